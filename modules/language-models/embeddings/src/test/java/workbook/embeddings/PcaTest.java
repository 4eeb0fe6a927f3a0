package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.topictest.Committed;
import workbook.topictest.Near;

@DisplayName("Principal components")
class PcaTest {

  @Test
  @DisplayName("are those that numpy finds")
  void numpy() {
    float[][] points = Golden.rows("pca/points");
    double[][] doubles = new double[points.length][points[0].length];
    for (int row = 0; row < points.length; row++) {
      for (int column = 0; column < points[row].length; column++) {
        doubles[row][column] = points[row][column];
      }
    }
    Pca pca = Pca.of(doubles, 2);
    double[] projected = Arrays.stream(pca.points()).flatMapToDouble(Arrays::stream).toArray();
    Near.assertClose("projected", Golden.doubles("pca/projected"), projected, 1e-7);
    Near.assertClose("share", Golden.doubles("pca/share"), pca.share(), 1e-7);
  }

  @Test
  @DisplayName("of points on a line are the line")
  void line() {
    // Along (3, 4) / 5, at -5, 0 and 5 from the mean.
    Pca pca = Pca.of(new double[][] {{1, 1}, {4, 5}, {7, 9}}, 2);
    assertThat(pca.share()[0]).isCloseTo(1, within(1e-12));
    double[] along = Arrays.stream(pca.points()).mapToDouble(point -> point[0]).toArray();
    Near.assertClose("along", new double[] {-5, 0, 5}, along, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"false, people.svg", "true, people.zh-CN.svg"})
  @DisplayName("put the people where the picture in the notes has them")
  void picture(boolean chinese, String name) throws IOException {
    String svg = PeoplePicture.draw(Trained.SKIP_GRAM, chinese);
    assertThat(Planted.PEOPLE)
        .allSatisfy(thing -> assertThat(svg).contains(">" + thing.word() + "<"));
    assertThat(svg.split("<line", -1)).as("lines between two people").hasSize(4 + 1);
    Committed.assertSame(Path.of("pictures", name), svg);
  }
}
