package workbook.inference;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.text.Corpus;
import workbook.transformer.Config;

/// Weights of 8 bits: what is saved, and what is lost.
@Command(
    name = "inference/quantise",
    description = "Keep weights in 8 bits, and measure what is lost.")
public final class Quantise implements Example {

  private static final int TOKENS = 64 * 100 + 1;

  static void main(String[] args) {
    Example.main(new Quantise(), args);
  }

  @Override
  public int run(PrintStream out) {
    ModelFolder folder = ModelFolder.small();
    int[] text =
        Arrays.copyOf(
            folder.tokenizer().orElseThrow().encode(Corpus.grammar().validationText()), TOKENS);
    out.printf("the small model on %,d characters of the grammar%n%n", TOKENS - 1);
    out.println(
        "                      bytes of  largest error of a weight  largest error  nats per");
    out.println(
        "weights               matrices  absolute  of half a scale     of a score character");
    float[] exact = scores(folder.decoder(FloatWeights::new), text);
    print(out, folder, "float", FloatWeights::new, text, exact);
    print(out, folder, "int8, scale per row", Int8Weights::perRow, text, exact);
    print(out, folder, "int8, one scale", Int8Weights::perTensor, text, exact);
    return 0;
  }

  private static void print(
      PrintStream out,
      ModelFolder folder,
      String name,
      Decoder.Form form,
      int[] text,
      float[] exact) {
    Decoder decoder = folder.decoder(form);
    Errors errors = errors(folder, form);
    float[] scores = scores(decoder, text);
    double largest = 0;
    for (int i = 0; i < scores.length; i++) {
      largest = Math.max(largest, Math.abs(scores[i] - exact[i]));
    }
    out.printf(
        Locale.ROOT,
        "%-20s %,9d %9.5f %15.1f %% %14.4f %9.4f%n",
        name,
        decoder.bytes(),
        errors.absolute,
        100 * errors.ofBound,
        largest,
        Scored.nats(decoder, text, folder.spec().context()));
  }

  /// @param absolute the largest difference of a weight
  /// @param ofBound the largest part of half its scale that a weight is off by
  record Errors(double absolute, double ofBound) {}

  /// Over all matrices of a model.
  static Errors errors(ModelFolder folder, Decoder.Form form) {
    Config config = folder.spec().config();
    double absolute = 0;
    double ofBound = 0;
    for (var entry : config.shapes().entrySet()) {
      int[] shape = entry.getValue();
      if (shape.length == 2) {
        float[] exact = folder.parameters().get(entry.getKey());
        Weights kept = form.of(exact, shape[0], shape[1]);
        float[] row = new float[shape[1]];
        for (int i = 0; i < exact.length; i++) {
          if (i % row.length == 0) {
            kept.row(i / row.length, row);
          }
          double error = Math.abs((double) row[i % row.length] - exact[i]);
          absolute = Math.max(absolute, error);
          if (kept instanceof Int8Weights rounded && error > 0) {
            ofBound = Math.max(ofBound, error / (rounded.scale(i / row.length) / 2));
          }
        }
      }
    }
    return new Errors(absolute, ofBound);
  }

  /// Of the first window, one place behind the other.
  private static float[] scores(Decoder decoder, int[] text) {
    int window = decoder.spec().context();
    int vocabulary = decoder.spec().config().vocabulary();
    float[] scores = new float[window * vocabulary];
    KvCache cache = new KvCache(decoder.spec().config(), window, KvCache.Precision.FLOAT);
    for (int place = 0; place < window; place++) {
      float[] logits = decoder.next(text[place], cache);
      System.arraycopy(logits, 0, scores, place * vocabulary, vocabulary);
    }
    return scores;
  }
}
