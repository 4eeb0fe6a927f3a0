package workbook.answers.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.UserError;
import workbook.answers.tree.Tree;

@Tag("solutions")
@DisplayName("An example's JVM")
class RunTest {

  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
  }

  private void writeVector() throws IOException {
    sample.write(
        "modules/greetings/hello/src/main/java/workbook/hello/Vector.java",
        """
        package workbook.hello;

        import jdk.incubator.vector.FloatVector;

        class Vector {
          static void main() {
            IO.println(FloatVector.SPECIES_64.length());
          }
        }
        """);
  }

  @Test
  @DisplayName("has the options of test.jvm in the topic's pom")
  void options() throws IOException {
    writeVector();
    sample.replace(
        "modules/greetings/hello/pom.xml",
        "</project>",
        "<properties><other>-Dx=y</other>\n<test.jvm>\n --add-modules\n jdk.incubator.vector"
            + "</test.jvm></properties></project>");
    assertThat(output("hello/vector")).contains("\n2\n");
    assertThat(
            Run.process(sample.tree(), new Classes(sample.tree()), "hello/vector", List.of())
                .command())
        .containsSubsequence("--add-modules", "jdk.incubator.vector", "-cp")
        .doesNotContain("-Dx=y");
    assertThat(sample.tree().topic("hello").description()).isEqualTo("Who is greeted?");
  }

  @Test
  @DisplayName("has the options that the Maven build gives its tests")
  void asTheBuild() throws IOException {
    Path pom = Tree.around(Path.of("").toAbsolutePath()).root().resolve("pom.xml");
    List<String> options =
        Files.readAllLines(pom).stream()
            .filter(line -> line.contains("<argLine>"))
            .flatMap(line -> Stream.of(line.split("<argLine>|</argLine>| ")))
            .toList();
    assertThat(options).containsAll(Run.SAME_EVERYWHERE);
  }

  @Test
  @DisplayName("has none where the pom gives none, and the compiler says what is missing")
  void noOptions() throws IOException {
    assertThat(sample.tree().topic("hello").jvmOptions()).isEmpty();
    writeVector();
    assertThatThrownBy(
            () -> Run.process(sample.tree(), new Classes(sample.tree()), "hello/vector", List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("jdk.incubator.vector, which is not in the module graph");
  }

  @Test
  @DisplayName("prints the same digits and the same time in Cairo, where both are others")
  void sameEverywhere() throws IOException {
    sample.write(
        "modules/greetings/hello/src/main/java/workbook/hello/Noon.java",
        """
        package workbook.hello;

        import java.util.Date;

        class Noon {
          static void main() {
            IO.println("%d %tR".formatted(42, new Date(0)));
          }
        }
        """);
    ProcessBuilder process =
        Run.process(sample.tree(), new Classes(sample.tree()), "hello/noon", List.of());
    process
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=ar -Duser.country=EG -Duser.timezone=Africa/Cairo");
    try (BufferedReader reader = process.start().inputReader(StandardCharsets.UTF_8)) {
      assertThat(reader.readLine()).isEqualTo("42 00:00");
    }
  }

  private String output(String example) throws IOException {
    Process process =
        Run.process(sample.tree(), new Classes(sample.tree()), example, List.of())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .replace(System.lineSeparator(), "\n");
  }
}
