package workbook.transformer;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.text.Corpus;
import workbook.text.Grammar;
import workbook.text.LanguageModel;
import workbook.text.Score;

/// The losses of a GPT, of a LLaMA, and of a GPT that differs in its positions only, which learn
/// the same text. Its entropy is known.
@Command(
    name = "transformer/curves",
    description = "Compare the losses of GPT's and LLaMA's blocks on a text of known entropy.")
public final class Curves implements Example {

  static final int STEPS = 300;

  /// A point of a curve is the mean of so many steps.
  static final int MEAN = 10;

  private static final long SEED = 1;
  private static final int[] SHOWN = {10, 20, 40, 60, 100, 150, 200, 250, 300};

  /// What is compared.
  enum Variant {
    GPT("GPT", Preset.SMALL),
    ROPE("with RoPE", Preset.SMALL),
    LLAMA("LLaMA", Preset.LLAMA);

    private final String column;
    private final Preset preset;

    Variant(String column, Preset preset) {
      this.column = column;
      this.preset = preset;
    }

    private Config config(int vocabulary) {
      Config whole = preset.config(vocabulary, preset.width());
      if (this != ROPE) {
        return whole;
      }
      Style style = whole.style();
      Style rotary =
          new Style(
              Style.Positions.ROTARY,
              style.order(),
              style.rms(),
              style.epsilon(),
              style.activation(),
              style.gated(),
              style.biases(),
              style.tied(),
              style.encoder());
      return new Config(
          column,
          rotary,
          vocabulary,
          whole.context(),
          whole.width(),
          whole.layers(),
          whole.heads(),
          whole.shared(),
          whole.hidden());
    }
  }

  /// How one of them went.
  ///
  /// @param losses the means of [#MEAN] steps each
  /// @param validation the score that all models are compared by, in nats per character
  record Curve(double[] losses, double validation) {}

  static void main(String[] args) {
    Example.main(new Curves(), args);
  }

  @Override
  public int run(PrintStream out) {
    Map<Variant, Curve> curves = curves();
    out.printf(
        "loss on the grammar, mean of the last %d steps; 2 layers, width 64, seed %d%n%n",
        MEAN, SEED);
    out.printf("%-12s", "after step");
    curves.keySet().forEach(variant -> out.printf("%11s", variant.column));
    out.println();
    for (int step : SHOWN) {
      out.printf("%-12d", step);
      curves
          .values()
          .forEach(curve -> out.printf(Locale.ROOT, "%11.4f", curve.losses()[step / MEAN - 1]));
      out.println();
    }
    out.printf("%n%-12s", "validation");
    curves.values().forEach(curve -> out.printf(Locale.ROOT, "%11.4f", curve.validation()));
    out.printf(Locale.ROOT, "%n%-12s%11.4f%n", "entropy", Grammar.ENGLISH.entropyRate());
    return 0;
  }

  static Map<Variant, Curve> curves() {
    Map<Variant, Curve> curves = new EnumMap<>(Variant.class);
    Corpus corpus = Corpus.grammar();
    for (Variant variant : Variant.values()) {
      Config config = variant.config(corpus.alphabet().size());
      Settings settings = variant.preset.settings(config, STEPS, SEED);
      Run run = new Run(settings, corpus, FloatKernels.best());
      double[] losses = new double[STEPS / MEAN];
      for (int step = 0; step < STEPS; step++) {
        losses[step / MEAN] += run.take(step) / MEAN;
      }
      LanguageModel model = new CharacterModel(run.model(), FloatKernels.best());
      curves.put(variant, new Curve(losses, Score.of(model, corpus).natsPerCharacter()));
    }
    return curves;
  }
}
