package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@Tag("peers")
@DisplayName("Vue and its compiler give the same")
class PeersTest {

  @Test
  @DisplayName("the recorded answers are theirs")
  void recorded() throws IOException {
    Committed.assertSame(Vectors.FILE, Vectors.recorded());
  }

  @Test
  @DisplayName("Vue: 20,000 random declarations, rendered up to three times")
  void runtime() {
    List<Object> cases = Cases.random().limit(20_000).toList();
    List<Object> answers = Npm.ask("runtime", cases);
    for (int i = 0; i < cases.size(); i++) {
      assertThat(Cases.answer(cases.get(i)))
          .as("seed %d, case %d: %s", Cases.SEED, i, cases.get(i))
          .isEqualTo(Literal.withDoubles(answers.get(i)));
    }
  }

  @Test
  @DisplayName("Vue's compiler: 1,000 random records")
  void compiler() {
    List<List<Records.Pair>> records = Records.random(1_000);
    List<Object> answers = Npm.ask("compile", Records.questions(records));
    List<Object> ours = Records.answers(records);
    for (int i = 0; i < records.size(); i++) {
      assertThat(ours.get(i))
          .as("seed %d, record %d: %s", Cases.SEED, i, records.get(i))
          .isEqualTo(answers.get(i));
    }
  }

  @Test
  @DisplayName("Vue's compiler: what it leaves in production, as exercise 5 has it")
  void production() {
    List<ProductionTest.Left> all = ProductionTest.LEFT;
    List<Object> answers =
        Npm.ask(
            "compile",
            all.stream()
                .map(each ->
                    Map.of(
                        "type",
                        "{ " + each.typeScript() + " }",
                        "destructured",
                        each.destructured(),
                        "isProd",
                        true))
                .toList());
    for (int i = 0; i < all.size(); i++) {
      assertThat(answers.get(i))
          .as(all.get(i).typeScript())
          .isEqualTo(Map.of("props", List.of(all.get(i).left())));
    }
  }

  @Test
  @DisplayName("Vue's compiler: the page's component, and the rows of its table")
  void page() {
    String type =
        "{ title: string; likes?: number; published?: boolean; size: 'small' | 'big';"
            + " tags?: string[] }";
    Object answer =
        Npm.ask("compile", List.of(Map.of("type", type, "destructured", "likes = 0, tags = []")))
            .getFirst();
    assertThat(answer)
        .isEqualTo(Map.of("props", Component.text(Samples.blogPost()).lines().toList()));
    String table =
        "{ by: Author; at: string | null; badge: boolean | string; save: () => void;"
            + " id: bigint; re: RegExp; x: any }";
    assertThat(
            Npm.ask("compile", List.of(Map.of("before", "class Author {}", "type", table)))
                .getFirst())
        .isEqualTo(
            Map.of(
                "props",
                List.of(
                    "by: { type: Object, required: true }",
                    "at: { type: [String, null], required: true }",
                    "badge: { type: [Boolean, String], required: true }",
                    "save: { type: Function, required: true }",
                    "id: { type: null, required: true }",
                    "re: { type: null, required: true }",
                    "x: { type: null, required: true }")));
  }
}
