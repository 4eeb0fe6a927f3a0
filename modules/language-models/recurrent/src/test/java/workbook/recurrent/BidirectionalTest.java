package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.text.Score;
import workbook.topictest.Near;

@DisplayName("Two directions")
class BidirectionalTest {

  /// The embedding passes on what PyTorch was given: as many words as there are inputs, the word i
  /// is the i-th row of the input.
  @Test
  @DisplayName("give the outputs of PyTorch's bidirectional LSTM")
  void pytorch() {
    Tensor x = Golden.tensor("both/x");
    int count = x.size(0) * x.size(1);
    Tensor embedding = Tensor.constant(x.data(), count, x.size(2));
    Tensor unused = Tensor.constant(new float[count * 4], count, 4);
    Tensor bias = Tensor.constant(new float[count], count);
    Bidirectional both =
        new Bidirectional(
            new Network(embedding, new LstmCell(Golden.weights("both/", "")), unused, bias),
            new Network(
                embedding, new LstmCell(Golden.weights("both/", "_reverse")), unused, bias));
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = i;
    }
    Tensor vectors = both.vectors(new Tape(FloatKernels.best()), words, x.size(1));
    Tensor expected = Golden.tensor("both/y");
    assertThat(vectors.shape()).isEqualTo(expected.shape());
    Near.assertClose("both/y", expected.data(), vectors.data(), 64 * 0x1p-24);
  }

  @Test
  @DisplayName("the backward model is a forward model of the reversed text")
  void reversedText() {
    int[] text = new SplittableRandom(3).ints(200, 0, 9).toArray();
    Bidirectional both = Bidirectional.random(9, 4, 6, new SplittableRandom(4));
    Bidirectional turned = new Bidirectional(both.backward(), both.forward());
    Tape tape = new Tape(FloatKernels.best());
    float[] there = both.vectors(tape, text, 1).data();
    float[] back = turned.vectors(tape, Bidirectional.reversed(text, 1), 1).data();
    // The backward half of place i in the text is the forward half of place 199 - i in the other.
    for (int i = 0; i < 200; i++) {
      for (int j = 0; j < 6; j++) {
        assertThat(back[(199 - i) * 12 + j])
            .as("place %d, number %d", i, j)
            .isEqualTo(there[i * 12 + 6 + j]);
      }
    }
    // And its loss on the text is the score of a plain language model on the reversed text.
    int[] reversed = Bidirectional.reversed(text, 1);
    Score score =
        Score.of(new NetworkModel(both.backward(), FloatKernels.best()), reversed, 1, 200);
    Score forward = Score.of(new NetworkModel(both.forward(), FloatKernels.best()), text, 1, 200);
    assertThat((double) both.loss(tape, text, 1).value())
        .isCloseTo(score.natsPerCharacter() + forward.natsPerCharacter(), within(1e-5));
  }

  @Test
  @DisplayName("neither has seen the word that it foretells")
  void noLookAhead() {
    int[] text = new SplittableRandom(5).ints(30, 0, 9).toArray();
    Bidirectional both = Bidirectional.random(9, 4, 6, new SplittableRandom(6));
    Tape tape = new Tape(FloatKernels.best());
    float[] before = both.vectors(tape, text, 1).data().clone();
    text[15] = (text[15] + 1) % 9;
    float[] after = both.vectors(tape, text, 1).data();
    for (int place = 0; place < 30; place++) {
      for (int j = 0; j < 12; j++) {
        boolean sees = j < 6 ? place >= 15 : place <= 15;
        assertThat(after[place * 12 + j] != before[place * 12 + j])
            .as("number %d of place %d changes with the word at 15", j, place)
            .isEqualTo(sees);
      }
    }
  }

  @Test
  @DisplayName("rows of a batch are turned each for itself")
  void rows() {
    assertThat(Bidirectional.reversed(new int[] {1, 2, 3, 4, 5, 6}, 2))
        .containsExactly(5, 6, 3, 4, 1, 2);
  }

  @Test
  @DisplayName("what is asked was not in the text to learn from")
  void plantedText() {
    assertThat(Surroundings.text(5000, new SplittableRandom(7)))
        .hasSize(5000)
        .doesNotContainAnyElementsOf(Contexts.ASKED);
  }
}
