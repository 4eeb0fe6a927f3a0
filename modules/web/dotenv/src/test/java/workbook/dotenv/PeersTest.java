package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Refusal;
import workbook.topictest.Committed;
import workbook.topictest.Printed;

@Tag("peers")
@DisplayName("Node, dotenv, dotenv-expand and Vite give the same")
class PeersTest {

  private static final Map<String, String> SHELL = Map.of("S", "s$A", "B", "", "D", "shell");

  @Test
  @DisplayName("the recorded answers are theirs")
  void recorded() throws IOException {
    Committed.assertSame(Vectors.FILE, Vectors.recorded());
  }

  @Test
  @DisplayName("Node's util.parseEnv: 20,000 random texts")
  void node() {
    List<String> texts = RandomTexts.lines().limit(20_000).toList();
    List<Map<String, String>> answers = Npm.ask("node", texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(NodeParser.parse(".env", texts.get(i)).values())
          .as("seed %d, text %d: %s", RandomTexts.SEED, i, texts.get(i))
          .isEqualTo(answers.get(i));
    }
  }

  @Test
  @DisplayName("npm's dotenv: 20,000 random texts")
  void dotenv() {
    List<String> texts = RandomTexts.lines().limit(20_000).toList();
    List<Map<String, String>> answers = Npm.ask("dotenv", texts);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(DotenvParser.parse(".env", texts.get(i)).values())
          .as("seed %d, text %d: %s", RandomTexts.SEED, i, texts.get(i))
          .isEqualTo(answers.get(i));
    }
  }

  @Test
  @DisplayName("npm's dotenv-expand behind dotenv: 2,000 random texts that it can end")
  void dotenvExpand() {
    List<String> texts = endingIn(Dialect.DOTENV).limit(2_000).toList();
    List<Map<String, String>> answers =
        Npm.ask(
            "expand", texts.stream().map(text -> Map.of("text", text, "shell", SHELL)).toList());
    for (int i = 0; i < texts.size(); i++) {
      assertThat(expanded(Dialect.DOTENV, texts.get(i)))
          .as("seed %d, text %d: %s", RandomTexts.SEED, i, texts.get(i))
          .isEqualTo(answers.get(i));
    }
  }

  @Test
  @DisplayName("Vite's loadEnv: 2,000 random texts that it can end")
  void viteExpansion() {
    List<String> texts = endingIn(Dialect.VITE).limit(2_000).toList();
    List<Map<String, String>> answers =
        Npm.ask(
            "vite",
            texts.stream()
                .map(text ->
                    Map.of("files", Map.of(".env", text), "mode", "development", "shell", SHELL))
                .toList());
    for (int i = 0; i < texts.size(); i++) {
      Map<String, String> expected = new TreeMap<>(SHELL);
      expected.putAll(expanded(Dialect.VITE, texts.get(i)));
      expected.putAll(SHELL);
      assertThat(expected)
          .as("seed %d, text %d: %s", RandomTexts.SEED, i, texts.get(i))
          .isEqualTo(answers.get(i));
    }
  }

  private static java.util.stream.Stream<String> endingIn(Dialect dialect) {
    return RandomTexts.assignments()
        .filter(text -> {
          try {
            expanded(dialect, text);
            return true;
          } catch (Refusal _) {
            return false;
          }
        });
  }

  /// Without the check for cycles: the libraries have none.
  private static Map<String, String> expanded(Dialect dialect, String text) {
    Map<String, String> literals =
        dialect == Dialect.VITE ? new TreeMap<>() : new LinkedHashMap<>();
    dialect
        .parse(".env", text)
        .entries()
        .forEach(entry -> literals.put(entry.name(), entry.value()));
    if (dialect == Dialect.VITE) {
      return Expansion.vite(literals, SHELL);
    }
    Map<String, String> populated = new TreeMap<>(literals);
    populated.putAll(SHELL);
    return Expansion.dotenv(literals, populated);
  }

  @Test
  @DisplayName("Vite's loadEnv: files by mode, and the shell above them")
  void viteFiles() {
    Map<String, String> files =
        Map.of(
            ".env", "A=1\nB=1\nC=1\nD=1\nE=$D\nP=1\nNODE_ENV=test\n",
            ".env.local", "B=2\nC=2\nD=2\n",
            ".env.staging", "C=3\nD=3\nVITE_X=$A\n",
            ".env.staging.local", "D=4\n",
            ".env.production", "A=5\n");
    Map<String, String> shell = Map.of("P", "shell", "VITE_Y", "y", "VITE_X", "");
    for (String mode : List.of("staging", "production", "development")) {
      List<Source> sources = new ArrayList<>();
      for (String name : Dialect.VITE.files(mode)) {
        if (files.containsKey(name)) {
          sources.add(new Source(name, files.get(name)));
        }
      }
      Map<String, String> values = new TreeMap<>(shell);
      Environment.of(Dialect.VITE, sources, "VITE_", shell)
          .forEach((name, variable) -> values.put(name, variable.value()));
      assertThat(List.of(values))
          .as(mode)
          .isEqualTo(
              Npm.ask("vite", List.of(Map.of("files", files, "mode", mode, "shell", shell))));
    }
  }

  @Test
  @DisplayName("a bundle that Vite built holds a secret by way of a name with the prefix")
  void build(@TempDir Path folder) throws IOException {
    Map<String, String> files =
        Map.of(
            ".env", "KEY=k-93f1\"a7c\nOTHER=other-secret\nVITE_KEY=$KEY\nVITE_NAME=shop\n",
            "index.html", "<script type=\"module\" src=\"/main.js\"></script>",
            "main.js", "console.log(import.meta.env.VITE_KEY, import.meta.env.OTHER)");
    Npm.ask(
        "build", List.of(Map.of("files", files, "mode", "production", "into", folder.toString())));
    Printed printed = Printed.by(new Leaks(), folder.toString());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .containsPattern("assets/index-.*\\.js:\\d+:\\d+: KEY \\(\\.env:1\\), by way of VITE_KEY")
        .doesNotContain("OTHER (");
    assertThat(printed.status()).isOne();
    // Mended: the name loses its prefix, and its value the way into the bundle.
    Files.writeString(folder.resolve(".env"), "KEY=k-93f1\"a7c\nMAP_KEY=$KEY\nVITE_NAME=shop\n");
    Map<String, String> mended = Map.of(".env", Files.readString(folder.resolve(".env")));
    Npm.ask(
        "build", List.of(Map.of("files", mended, "mode", "production", "into", folder.toString())));
    assertThat(Printed.by(new Leaks(), folder.toString()).status()).isZero();
    try (var built = Files.walk(folder.resolve("dist"))) {
      assertThat(built.map(Path::toString).collect(Collectors.joining(" "))).contains(".js");
    }
  }
}
