package workbook.serverrendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What unrouting 0.2.3 with vue-router 5.5.1, and Vue 3.5.45 on Node, answered, recorded; under
/// `-Ppeers` the record is compared with them, and `-Dnotes=update` writes it again.
final class Vectors {

  static final Path FILE = Path.of("src/test/resources/workbook/serverrendering/vectors.json");

  static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// Files of a folder of pages, and addresses.
  record Question(List<String> files, List<String> paths) {}

  private static final List<Question> ROUTES =
      List.of(
          new Question(
              List.of(
                  "index.vue", "blog/index.vue", "blog/[id].vue", "blog/new.vue", "[...slug].vue"),
              List.of(
                  "/",
                  "/blog",
                  "/blog/",
                  "/blog/new",
                  "/BLOG/New",
                  "/blog/a%20b",
                  "/blog/a+b",
                  "/blog/a/b",
                  "/no/such",
                  "/%E4%B8%96",
                  "/blog//")),
          new Question(
              List.of("parent.vue", "parent/index.vue", "parent/child.vue", "parent/child/[x].vue"),
              List.of("/parent", "/parent/", "/parent/child", "/parent/child/1", "/parent/no")),
          new Question(
              List.of("blog/[[page]].vue", "docs/[...slug].vue", "docs/index.vue"),
              List.of("/blog", "/blog/2", "/blog/2/3", "/docs", "/docs/", "/docs/a", "/docs/a/b/")),
          new Question(
              List.of("[...id]/index.vue", "[...id]/suffix.vue", "[[...all]]-x.vue"),
              List.of("/", "/a/b", "/a/b/suffix", "/suffix", "/suffix/suffix", "/a-x")),
          new Question(
              List.of("[a]-[b].vue", "[[c]]-x.vue", "users-[group]/[id].vue", "[a].[b].vue"),
              List.of("/1-2", "/-x", "/y-x", "/1-2-3", "/users-admin/7", "/v1.2", "/users-/7")),
          new Question(
              List.of(
                  "[x].vue", "[[y]].vue", "[[a]]/[[b]].vue", "users/[id]+.vue", "tags/[[t]]+.vue"),
              List.of("/", "/1", "/1/2", "/users", "/users/1/2", "/tags", "/tags/1/2/3")),
          new Question(
              List.of(
                  "(shop)/index.vue",
                  "(shop)/cart.vue",
                  "(a)/(b)/c.vue",
                  "(shop)-x/d.vue",
                  "测试.vue",
                  "a b.vue",
                  "a:b.vue",
                  "a&b.vue",
                  "a+b.vue",
                  "a|b.vue",
                  "a^b.vue",
                  "a%b.vue"),
              List.of(
                  "/",
                  "/cart",
                  "/c",
                  "/%E6%B5%8B%E8%AF%95",
                  "/a%20b",
                  "/a:b",
                  "/a&b",
                  "/a|b",
                  "/-x/d")),
          new Question(List.of("[bad.vue"), List.of()),
          new Question(List.of("[].vue"), List.of()),
          new Question(List.of("[...].vue"), List.of()),
          new Question(List.of("(bad.vue"), List.of()),
          new Question(List.of("().vue"), List.of()),
          new Question(
              List.of("[a b@c].vue", "index/index.vue", "index/all.vue"),
              List.of("/x", "/", "/all")));

  /// Render functions, and the components they use.
  static final List<String> RENDERED =
      List.of(
          "{ render: () => Vue.h('main', {class: ['a', {b: true, c: false}],"
              + " style: {color: 'red', fontSize: '12px'}, 'data-x': '\"<&>\\''}) }",
          "{ render: () => Vue.h('input', {disabled: false, hidden: true, onClick: () => 1}) }",
          "{ render: () => Vue.h('ul', ['a', 'b', null, false, [Vue.h('li', 1), Vue.h('li', 2)]]) }",
          "{ render: () => Vue.h('textarea', {value: '</textarea><b>'}) }",
          "{ render: () => Vue.h('p', {innerHTML: '<b>raw</b>'}) }",
          "{ render: () => [Vue.h('p', '<script>'), Vue.h('br'), 'x & y'] }");

  private Vectors() {}

  static List<Question> routes() {
    List<Question> questions = new ArrayList<>(ROUTES);
    RandomPages.questions().limit(40).forEach(questions::add);
    return questions;
  }

  static String recorded() {
    Map<String, Object> recorded = new LinkedHashMap<>();
    recorded.put("routes", Npm.ask("routes", routes()));
    recorded.put("rendered", Npm.ask("render", RENDERED));
    return JSON.writeValueAsString(recorded).replace(System.lineSeparator(), "\n") + "\n";
  }

  static List<JsonNode> of(String peer) throws IOException {
    return List.copyOf(JSON.readTree(Files.readString(FILE)).get(peer).values());
  }
}
