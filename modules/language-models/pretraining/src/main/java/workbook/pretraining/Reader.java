package workbook.pretraining;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Style;

/// A transformer that learns from sentences without labels, in one of the two ways of 2018. The
/// blocks are of the same sizes; what differs is which places see which, and what is asked.
sealed interface Reader permits Encoder, Decoder {

  int WIDTH = 32;

  /// How far the matrices are from 0 at first. GPT-2's 0.02 is for a width of 768 and more; a sum
  /// of 32 such numbers would be next to nothing.
  double DEVIATION = 0.1;

  /// Which of the two.
  enum Kind {
    ENCODER,
    DECODER;

    /// @throws IllegalArgumentException if there is none of this name
    static Kind named(String name) {
      return Arrays.stream(values())
          .filter(kind -> kind.toString().equals(name))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "KIND must be encoder or decoder, and was '%s'".formatted(name)));
    }

    /// One that has learned nothing yet.
    Reader untrained(long seed) {
      return this == ENCODER
          ? encoder(Hidden.Fate.BERT, seed)
          : new Decoder(model(new SplittableRandom(seed)));
    }

    /// An encoder that has learned nothing yet.
    static Encoder encoder(Hidden.Fate fate, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      return new Encoder(ENCODER.model(random), fate, random);
    }

    private Model model(SplittableRandom random) {
      Model model = new Model(config());
      model.parameters().values().stream()
          .filter(tensor -> tensor.axes() == 2)
          .forEach(tensor -> Init.normal(tensor, DEVIATION, random));
      return model;
    }

    private Config config() {
      Style style = this == ENCODER ? Style.BERT : Style.GPT1;
      String name = toString();
      return new Config(name, style, Language.size(), Language.LONGEST, WIDTH, 2, 4, 4, 4 * WIDTH);
    }

    @Override
    public String toString() {
      return this == ENCODER ? "encoder" : "decoder";
    }
  }

  Model model();

  /// All that is learned from sentences without labels, by name.
  Map<String, Tensor> parameters();

  /// What the blocks make of each place: `[rows, longest, width]`.
  Tensor read(Tape t, Rows rows);

  /// The place of a sentence that a head for the whole of it stands on.
  int summary(int length);

  /// The loss of pretraining: how surprised it is, per word that it is asked for.
  Tensor loss(Tape t, Rows rows, RandomGenerator random);

  /// The scores of every token at some places of what was read: `[places, tokens]`.
  Tensor logits(Tape t, Tensor read, int... places);
}
