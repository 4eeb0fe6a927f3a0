package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasesTest {

  @Test
  void smallestUpToALimit() {
    assertThat(new Bases.None().smallest(Integer.MAX_VALUE)).isZero();
    assertThat(new Bases.One(13).smallest(12)).isZero();
    assertThat(new Bases.One(13).smallest(13)).isEqualTo(13);
    assertThat(new Bases.From(3).smallest(2)).isZero();
    assertThat(new Bases.From(3).smallest(3)).isEqualTo(3);
    assertThat(new Bases.From(3).smallest(40)).isEqualTo(3);
  }

  @Test
  void inWords() {
    assertThat(new Bases.None().inWords()).isEqualTo("true in no base");
    assertThat(new Bases.One(13).inWords()).isEqualTo("true in base 13 and in no other");
    assertThat(new Bases.From(3).inWords()).isEqualTo("true in every base from 3 on");
  }
}
