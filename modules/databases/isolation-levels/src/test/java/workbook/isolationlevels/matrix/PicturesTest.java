package workbook.isolationlevels.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.engine.Engine;
import workbook.topictest.Committed;

/// Drawn from what is declared, which [MatrixTest] checks against what is measured.
@DisplayName("What the notes show of the matrices is what the code writes")
class PicturesTest {

  @ParameterizedTest
  @ValueSource(strings = {"h2", "mysql", "mariadb", "postgresql"})
  @DisplayName("a picture of each, in both languages")
  void pictures(String name) throws IOException {
    Declaration declaration = Declaration.of(Engine.named(name));
    String svg = MatrixSvg.of(declaration.matrix(), declaration);
    int levels = declaration.matrix().levels().size();
    assertThat(svg.split("<rect", -1)).as("boxes, and the page").hasSize(18 * levels + 1 + 1);
    Committed.assertSame(Path.of("pictures", name + ".svg"), svg);
    Committed.assertSame(
        Path.of("pictures", name + ".zh-CN.svg"),
        MatrixSvg.of(declaration.matrix(), declaration, PictureWords.CHINESE));
  }

  @ParameterizedTest
  @CsvSource({"needs.svg, false", "needs.zh-CN.svg, true"})
  @DisplayName("the picture of what a transaction needs")
  void needs(String file, boolean chinese) throws IOException {
    String svg = NeedsSvg.of(chinese);
    assertThat(svg.split("<rect", -1))
        .as("boxes, and the page")
        .hasSize(Need.values().length * 4 * Engine.ALL.size() + 1 + 1);
    Committed.assertSame(Path.of("pictures", file), svg);
  }

  @Test
  @DisplayName("the tables of all in Markdown")
  void markdown() throws IOException {
    String tables =
        Engine.ALL.stream()
            .map(Declaration::of)
            .map(declaration -> MatrixMarkdown.of(declaration.matrix(), declaration))
            .collect(Collectors.joining("\n"));
    assertThat(tables).contains("| P3 phantom | occurs".replace("occurs", "**occurs** (may)"));
    Committed.assertSame(
        Path.of("matrices.md"),
        """
        # What four engines do

        How each anomaly was prevented: one **waited** for the other, one was ended with a **code**, or a **snapshot** answered; or that it **occurs**. A ~ says that it was prevented and yet no serial order explains the whole run. In brackets what the manual says: never, or may; + is better than it says, ! worse.

        """
            + tables);
  }
}
