package workbook.answers.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A member of a file is found by name")
class MembersTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("Stairs.java");
    Files.writeString(
        file,
        """
        package stairs;

        import java.util.List;

        /// Stairs.
        public final class Stairs {

          /// The most.
          private static final int MOST =
              45;

          private Stairs() {}

          /// Ways up.
          @Deprecated
          static int ways(int n) {
            // why
            return ways(n, 2);
          }

          static int ways(int n, int most) {
            return n;
          }

          static long sum(List<int[]> steps, String... names) {
            return 0;
          }

          /// A step.
          record Step(int height) {
            Step {
              height++;
            }

            int twice() {
              return 2 * height;
            }
          }
        }
        """);
  }

  @Test
  @DisplayName("a method, with its annotations and comments and without its documentation")
  void overload() {
    assertThat(Members.find(file, "ways(int)"))
        .isEqualTo(
            """
            @Deprecated
            static int ways(int n) {
              // why
              return ways(n, 2);
            }
            """);
  }

  @Test
  @DisplayName("an overload, with or without blanks between its parameters")
  void blanks() {
    assertThat(Members.find(file, "ways(int, int)"))
        .isEqualTo(Members.find(file, "ways(int,int)"))
        .startsWith("static int ways(int n, int most) {");
  }

  @Test
  @DisplayName("a field, with its semicolon")
  void field() {
    assertThat(Members.find(file, "MOST"))
        .isEqualTo(
            """
            private static final int MOST =
                45;
            """);
  }

  @Test
  @DisplayName("a constructor, by its parameters")
  void constructor() {
    assertThat(Members.find(file, "Stairs()")).isEqualTo("private Stairs() {}\n");
  }

  @Test
  @DisplayName("a nested type and a member of it")
  void nested() {
    assertThat(Members.find(file, "Step"))
        .startsWith("record Step(int height) {\n")
        .endsWith("}\n");
    assertThat(Members.find(file, "Step.twice"))
        .isEqualTo("int twice() {\n  return 2 * height;\n}\n");
  }

  @Test
  @DisplayName("generic types and variable arguments as they are written")
  void parameters() {
    assertThat(Members.find(file, "sum(List<int[]>,String...)")).startsWith("static long sum(");
  }

  @Test
  @DisplayName("two of the name are an error that names both")
  void ambiguous() {
    assertThatThrownBy(() -> Members.find(file, "ways"))
        .hasMessage("Stairs.java has 2 members 'ways': ways(int), ways(int,int)");
  }
}
