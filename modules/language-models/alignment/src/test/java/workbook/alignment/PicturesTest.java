package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("The pictures in the notes are what the code draws")
@Tag("solutions")
class PicturesTest {

  /// What would refute the page: a seed of PPO as usual that comes as near to the optimum as any of
  /// the same PPO with its penalty computed again.
  @Test
  @DisplayName("what each method lacks, with five seeds each")
  void gaps() throws IOException {
    Map<String, List<List<Standing>>> curves = GapPicture.curves(Lineup.SEEDS);
    List<Spread> ends =
        curves.values().stream()
            .map(seeds -> Spread.of(seeds, seed -> seed.getLast().toBest()))
            .toList();
    assertThat(ends.get(1).least()).as("PPO").isGreaterThan(2 * ends.get(2).most());
    assertThat(ends.get(1).least()).as("PPO").isGreaterThan(2 * ends.get(0).most());
    for (String name : new String[] {"gap.svg", "gap.zh-CN.svg"}) {
      String svg = GapPicture.draw(curves, name.contains("zh"));
      assertThat(svg.split("<polyline", -1)).hasSize(4 * Lineup.SEEDS + 1);
      Committed.assertSame(Path.of("pictures", name), svg);
    }
  }

  /// What would refute the page: a reward model whose policy people like as well far from the
  /// reference as near to it.
  @Test
  @DisplayName("what reward models say, and what people think")
  void hacking() throws IOException {
    List<Objective> judged = Hacking.judged(Setting.strings(1).objective().reference());
    List<Hacking.Outcome> near = Hacking.best(judged, 0.25);
    List<Hacking.Outcome> far = Hacking.best(judged, 0.05);
    assertThat(Spread.of(far, Hacking.Outcome::proxy).least())
        .isGreaterThan(Spread.of(near, Hacking.Outcome::proxy).most());
    assertThat(Spread.of(far, Hacking.Outcome::gold).most())
        .isLessThan(Spread.of(near, Hacking.Outcome::gold).least());
    for (String name : new String[] {"hacking.svg", "hacking.zh-CN.svg"}) {
      String svg = HackingPicture.draw(judged, name.contains("zh"));
      assertThat(svg.split("<polyline", -1)).hasSize(2 * Lineup.SEEDS + 1);
      Committed.assertSame(Path.of("pictures", name), svg);
    }
  }
}
