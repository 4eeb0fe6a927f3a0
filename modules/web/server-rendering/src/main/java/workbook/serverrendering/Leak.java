package workbook.serverrendering;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Table;

/// A variable beside the components: harmless in a browser, where each user has a copy of it.
@Command(
    name = "server-rendering/leak",
    description =
        "A variable at module level, with one context for all requests and with one each.")
public final class Leak implements Example {

  /// As it is written every day: remember who is there, for components further down.
  static final Source PAGE =
      Source.create(
          "js",
          """
          let currentUser
          Pages['index.js'] = {
            props: ['page'],
            render() {
              currentUser ??= this.page.user
              return Vue.h('p', `Your basket, ${currentUser}`)
            },
          }
          """);

  static void main(String[] args) {
    Example.main(new Leak(), args);
  }

  /// The page of one user.
  static String payload(String user) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("base", "");
    page.put("files", List.of("index.js"));
    page.put("user", user);
    return Payload.stringify(page);
  }

  /// Renders the page with one context for everybody.
  static List<String> shared(Renderer renderer, List<String> users) {
    try (Context context = renderer.context()) {
      context.eval(PAGE);
      return users.stream().map(user -> Renderer.render(context, payload(user))).toList();
    }
  }

  /// Renders the page with a context for each.
  static List<String> separate(Renderer renderer, List<String> users) {
    UnaryOperator<String> render =
        user -> {
          try (Context context = renderer.context()) {
            context.eval(PAGE);
            return Renderer.render(context, payload(user));
          }
        };
    return users.stream().map(render).toList();
  }

  /// For each page the names on it that are not its user's.
  static List<List<String>> strangers(List<String> users, List<String> pages) {
    List<List<String>> strangers = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      String own = users.get(i);
      String page = pages.get(i);
      strangers.add(
          users.stream().filter(user -> !user.equals(own) && page.contains(user)).toList());
    }
    return strangers;
  }

  @Override
  public int run(PrintStream out) {
    List<String> users = List.of("Ada", "Grace", "Edsger");
    try (Renderer renderer = new Renderer(1)) {
      List<List<String>> shared = strangers(users, shared(renderer, users));
      List<List<String>> separate = strangers(users, separate(renderer, users));
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("user", "one context for all shows", "a context each shows"));
      for (int i = 0; i < users.size(); i++) {
        rows.add(List.of(users.get(i), told(shared.get(i)), told(separate.get(i))));
      }
      Table.print(rows, out);
    }
    return 0;
  }

  private static String told(List<String> strangers) {
    return strangers.isEmpty() ? "no other" : String.join(", ", strangers);
  }
}
