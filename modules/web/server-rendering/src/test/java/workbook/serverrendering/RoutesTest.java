package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import workbook.lab.Refusal;
import workbook.topictest.Printed;

@DisplayName("Files become the routes of Nuxt, and addresses find them as in vue-router")
class RoutesTest {

  /// What this code makes of a question, in the form of the peer's answer.
  static JsonNode answer(Vectors.Question question) {
    try {
      List<Route> routes = Routes.of(question.files()).routes();
      RouteMatcher matcher = new RouteMatcher(routes);
      List<Object> matches = new ArrayList<>();
      for (String path : question.paths()) {
        Optional<RouteMatcher.Match> match = matcher.match(path);
        matches.add(
            Map.of(
                "pages", match.map(RouteMatcher.Match::pages).orElse(List.of()),
                "parameters", match.map(RouteMatcher.Match::parameters).orElse(Map.of())));
      }
      return Vectors.JSON.valueToTree(Map.of("routes", sorted(routes), "matches", matches));
    } catch (Refusal e) {
      // Nuxt's words stand between the file and what to do.
      return Vectors.JSON.valueToTree(Map.of("error", e.getMessage().split(": ")[1]));
    }
  }

  /// vue-router puts them in an order of its own, and Nuxt's tests leave the order out, too.
  private static List<Route> sorted(List<Route> routes) {
    return routes.stream()
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::file))
        .map(route ->
            new Route(
                route.path(), route.name(), route.file(), route.groups(), sorted(route.children())))
        .toList();
  }

  @Test
  @DisplayName("the recorded answers of unrouting and vue-router")
  void recorded() throws IOException {
    List<JsonNode> answers = Vectors.of("routes");
    List<Vectors.Question> questions = Vectors.routes();
    assertThat(answers).hasSameSizeAs(questions);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answer(questions.get(i))).as("%s", questions.get(i)).isEqualTo(answers.get(i));
    }
  }

  @Test
  @DisplayName("an address of 50,000 segments finds the catch-all, wherever it stands")
  void longAddress() {
    String path = "/a".repeat(50_000);
    RouteMatcher matcher =
        new RouteMatcher(
            Routes.of(List.of("[x]+.vue", "[...z].vue", "b/[...y]/end.vue", "[[w]]+/c.vue"))
                .routes());
    assertThat(matcher.match(path).map(RouteMatcher.Match::pages)).contains(List.of("[...z].vue"));
    assertThat(matcher.match("/b" + path + "/end").map(RouteMatcher.Match::pages))
        .contains(List.of("b/[...y]/end.vue"));
  }

  @Test
  @DisplayName("what is no UTF-8 stays as it is, as decodeURIComponent refuses it")
  void undecodable() {
    RouteMatcher matcher = new RouteMatcher(Routes.of(List.of("[id].vue")).routes());
    for (String id : List.of("%ff", "%E4%B8", "%ED%A0%80", "%C0%AF", "%zz")) {
      assertThat(matcher.match("/" + id).map(RouteMatcher.Match::parameters))
          .contains(Map.of("id", id));
    }
    assertThat(matcher.match("/%E4%B8%96+%2B").map(RouteMatcher.Match::parameters))
        .contains(Map.of("id", "世++"));
  }

  private static List<String> conflicts(String... files) {
    return Routes.of(List.of(files)).conflicts().stream().map(Conflict::toString).toList();
  }

  @Test
  @DisplayName("two files for one place")
  void samePlace() {
    assertThat(conflicts("(a)/about.vue", "(b)/about.vue"))
        .containsExactly(
            "(a)/about.vue and (b)/about.vue are in the same place: round brackets are not in"
                + " the address");
  }

  @Test
  @DisplayName("two parameters that take the same addresses, whatever they are called")
  void sameAddresses() {
    assertThat(conflicts("blog/[id].vue", "blog/[slug].vue"))
        .containsExactly(
            "blog/[id].vue and blog/[slug].vue answer the same addresses, /blog/:slug(): the"
                + " second is never seen");
    assertThat(conflicts("About.vue", "about.vue")).hasSize(1);
  }

  @Test
  @DisplayName("two routes of one name")
  void sameName() {
    assertThat(conflicts("[slug].vue", "[...slug].vue"))
        .containsExactly(
            "[slug].vue and [...slug].vue have the same name, slug: vue-router keeps one of them");
  }

  @Test
  @DisplayName("a layout and its index are none, nor are static and dynamic neighbours")
  void none() {
    assertThat(conflicts("blog.vue", "blog/index.vue", "blog/[id].vue", "blog/new.vue")).isEmpty();
  }

  @Test
  @DisplayName("a character that no parameter may have is left out, and said")
  void warning() {
    assertThat(Routes.of(List.of("[a@b].vue")).warnings())
        .containsExactly("[a@b].vue: '@' cannot stand in a parameter, and is left out");
  }

  @Test
  @DisplayName("of a folder: conflicts are status 1, and what is no folder of pages is refused")
  void folder(@TempDir Path folder) throws IOException {
    Printed nothing = Printed.by(new FileRoutes(), folder.toString());
    assertThat(nothing)
        .isEqualTo(Printed.refusal(new FileRoutes(), "there is no page in %s".formatted(folder)));
    Path page = Files.createFile(folder.resolve("[id].vue"));
    assertThat(Printed.by(new FileRoutes(), folder.toString()).status()).isZero();
    Files.createFile(folder.resolve("[slug].vue"));
    Files.createFile(folder.resolve("a\u001b[2J].vue"));
    Printed conflict = Printed.by(new FileRoutes(), folder.toString(), "--match", "/x");
    assertThat(conflict.status()).isOne();
    assertThat(conflict.out())
        .contains("[id].vue and [slug].vue answer the same addresses", "/x: [id].vue {id=x}")
        .doesNotContain("\u001b");
    assertThat(Printed.by(new FileRoutes(), page.toString()))
        .isEqualTo(
            Printed.refusal(
                new FileRoutes(),
                "FOLDER must be a folder with pages, and was '%s'".formatted(page)));
    assertThat(Printed.by(new FileRoutes(), "--match", "x"))
        .isEqualTo(
            Printed.refusal(
                new FileRoutes(),
                "--match must be the path of an address, such as /blog/7, and was 'x'"));
    Files.createFile(folder.resolve("[bad.vue"));
    assertThat(Printed.by(new FileRoutes(), folder.toString()))
        .isEqualTo(
            Printed.refusal(
                new FileRoutes(), "[bad.vue: Unfinished param \"bad\": ']' is missing"));
  }
}
