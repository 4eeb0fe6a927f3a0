package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Vectors of words")
class VectorsTest {

  private final Vectors vectors =
      new Vectors(
          List.of("east", "north", "north-east", "west"),
          new float[][] {{2, 0}, {0, 3}, {1, 1}, {-1, 0}});

  @Test
  @DisplayName("have the cosines of their angles, however long they are")
  void cosines() {
    assertThat(vectors.cosine("east", "north")).isZero();
    assertThat(vectors.cosine("east", "west")).isEqualTo(-1);
    assertThat(vectors.cosine("east", "north-east")).isCloseTo(Math.sqrt(.5), within(1e-15));
  }

  @Test
  @DisplayName("are found nearest first, without what is left out")
  void nearest() {
    assertThat(vectors.neighbours("east", 2))
        .extracting(Vectors.Neighbour::word)
        .containsExactly("north-east", "north");
    assertThat(vectors.nearest(new double[] {0, 9}, 4, Set.of("north")))
        .extracting(Vectors.Neighbour::word)
        .containsExactly("north-east", "east", "west");
  }

  @Test
  @DisplayName("are refused where one is 0, or a word is not there")
  void refused() {
    assertThatThrownBy(() -> new Vectors(List.of("a", "b"), new float[][] {{1}, {0}}))
        .hasMessage("the vector of 'b' is 0");
    assertThatThrownBy(() -> vectors.of("up")).hasMessage("there is no vector for 'up'");
  }
}
