package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("./workbook run component-props/compile FILE")
class CompileTest {

  private static final String IMPORTS = "import workbook.componentprops.*;\n";

  @TempDir private Path folder;

  @Test
  @DisplayName("prints the declaration of each record, and the class with --source")
  void each() throws IOException {
    Path one = write("One.java", IMPORTS + "@DefineProps record One(int a, String bC) {}");
    assertThat(Printed.by(new Compile(), one.toString()))
        .isEqualTo(
            new Printed(
                0,
                "a: { type: Number, required: true }\nbC: { type: String, required: true }\n",
                ""));
    Path two =
        write(
            "Two.java",
            "package shop;\n"
                + IMPORTS
                + "@DefineProps record B(int b) {}\n@DefineProps record A() {}");
    assertThat(Printed.by(new Compile(), two.toString()).out())
        .isEqualTo("shop.AProps\n\nshop.BProps\nb: { type: Number, required: true }\n");
    assertThat(Printed.by(new Compile(), two.toString(), "--source").out())
        .contains("package shop;\n", "public final class BProps {", "Prop.required(Type.NUMBER)");
  }

  @Test
  @DisplayName("tells each fault in a line of its own, with file and line")
  void faults() throws IOException {
    Path file =
        write(
            "Bad.java",
            IMPORTS + "@DefineProps record Bad(\n  int key,\n  Strin a,\n  int ref) {}");
    assertThat(Printed.by(new Compile(), file.toString()))
        .isEqualTo(
            new Printed(
                2,
                "",
                """
                component-props/compile: Bad.java:3: Invalid prop name: "key" is a reserved property.
                component-props/compile: Bad.java:4: cannot find symbol; symbol: class Strin; location: class Bad
                component-props/compile: Bad.java:5: Invalid prop name: "ref" is a reserved property.
                """));
    assertRefused(write("Empty.java", ""), "Empty.java: there is no record with @DefineProps");
    assertThat(Printed.by(new Compile(), write("a b.java", "\u001b[").toString()).err())
        .startsWith("component-props/compile: a b.java:1: illegal character: '\\u001b'\n")
        .doesNotContain("\u001b");
  }

  @Test
  @DisplayName("says in a line that javac itself failed, of a file nested too deeply")
  void deep() throws IOException {
    int depth = 100_000;
    String deep = "class Deep { int x = %s1%s; }".formatted("(".repeat(depth), ")".repeat(depth));
    assertRefused(
        write("Deep.java", deep), "Deep.java: javac itself failed: java.lang.StackOverflowError");
  }

  @Test
  @DisplayName("refuses a file that is none")
  void files() throws IOException {
    assertRefused(folder, "FILE must be a Java file, and was '%s'".formatted(folder));
    Path directory = Files.createDirectory(folder.resolve("x.java"));
    assertRefused(directory, "there is no file '%s'".formatted(directory));
    Path none = folder.resolve("None.java");
    assertRefused(none, "there is no file '%s'".formatted(none));
    Path latin = folder.resolve("Latin.java");
    Files.write(latin, new byte[] {'/', '/', (byte) 0xe9});
    assertRefused(latin, "%s is not in UTF-8".formatted(latin));
    Path large = write("Large.java", " ".repeat(1_000_001));
    assertRefused(large, "%s is larger than 1,000,000 bytes".formatted(large));
    assertThat(Printed.by(new Compile(), write("Most.java", " ".repeat(1_000_000)).toString()))
        .isEqualTo(
            Printed.refusal(new Compile(), "Most.java: there is no record with @DefineProps"));
    assertThat(Printed.by(new Compile(), none.toString(), "--wrong"))
        .isEqualTo(
            Printed.refusal(new Compile(), "--wrong is a record of the page, and takes no FILE"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void assertRefused(Path file, String reason) {
    assertThat(Printed.by(new Compile(), file.toString()))
        .isEqualTo(Printed.refusal(new Compile(), reason));
  }
}
