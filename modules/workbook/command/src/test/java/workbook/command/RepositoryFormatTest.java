package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

@Tag("solutions")
@DisplayName("The Java files of this workbook")
class RepositoryFormatTest {

  @Test
  @DisplayName("are formatted by google-java-format (-Dformat=update rewrites them)")
  void formatted() throws IOException, FormatterException {
    boolean update = System.getProperty("format", "").equals("update");
    Path modules = Tree.around(Path.of("")).root().resolve("modules");
    List<Path> unformatted = new ArrayList<>();
    for (Path file : Topic.javaFiles(modules).filter(RepositoryFormatTest::isSource).toList()) {
      String before = Files.readString(file);
      String after = format(before);
      if (!after.equals(before)) {
        unformatted.add(modules.relativize(file));
        if (update) {
          Files.writeString(file, after);
        }
      }
    }
    if (update) {
      System.out.println("formatted " + unformatted);
    } else {
      assertThat(unformatted).as("files that google-java-format would change").isEmpty();
    }
  }

  private static boolean isSource(Path file) {
    return !file.toString().contains("/target/");
  }

  private static String format(String source) throws FormatterException {
    String imports =
        RemoveUnusedImports.removeUnusedImports(
            ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE));
    return new Formatter().formatSource(imports);
  }
}
