package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import workbook.topictest.Committed;

@Tag("peers")
@DisplayName("unrouting, vue-router and Vue on Node give the same")
class PeersTest {

  @Test
  @DisplayName("the recorded answers are theirs")
  void recorded() throws IOException {
    Committed.assertSame(Vectors.FILE, Vectors.recorded());
  }

  @Test
  @DisplayName("unrouting and vue-router: 3,000 random folders, with six addresses each")
  void routes() {
    List<Vectors.Question> questions = RandomPages.questions().limit(3_000).toList();
    List<JsonNode> answers = Npm.ask("routes", questions);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(RoutesTest.answer(questions.get(i)))
          .as("seed %d, folder %d: %s", RandomPages.SEED, i, questions.get(i))
          .isEqualTo(answers.get(i));
    }
  }
}
