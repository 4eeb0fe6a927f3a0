package workbook.inference;

import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import workbook.autograd.Init;
import workbook.lab.Example;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Style;

/// How long the next token takes behind texts of different lengths, with and without a cache, on
/// this machine.
@Command(
    name = "inference/speed",
    description = "Time the next token behind 64, 256 and 1024 others, with and without a cache.")
public final class Speed implements Example {

  private static final Config CONFIG =
      new Config("LLaMA of random weights", Style.LLAMA, 1000, 0, 256, 4, 8, 8, 688);

  private static final int LONGEST = 1024;

  /// So many with a cache for each without.
  private static final int REPEATS = 20;

  static void main(String[] args) {
    Example.main(new Speed(), args);
  }

  @Override
  public int run(PrintStream out) {
    Model model = new Model(CONFIG);
    SplittableRandom random = new SplittableRandom(1);
    model.parameters().values().stream()
        .filter(tensor -> tensor.axes() == 2)
        .forEach(tensor -> Init.normal(tensor, 0.05, random));
    Decoder decoder =
        new Decoder(Spec.of(CONFIG, LONGEST), Parameters.of(model.parameters()), FloatWeights::new);
    out.printf("%,d parameters, one thread, weights and cache of 32 bits%n%n", CONFIG.parameters());
    out.println("        ms per token               tokens per second          bytes in");
    out.println("places  without cache  with cache  without cache  with cache  the cache");
    int[] tokens = random.ints(LONGEST, 0, CONFIG.vocabulary()).toArray();
    time(decoder, tokens, 512); // The compilers are at work.
    for (int places : new int[] {64, 256, LONGEST}) {
      double[] seconds = time(decoder, tokens, places);
      out.printf(
          Locale.ROOT,
          "%6d %14.2f %11.2f %14.1f %11.1f %,11d%n",
          places,
          1000 * seconds[0],
          1000 * seconds[1],
          1 / seconds[0],
          1 / seconds[1],
          new KvCache(CONFIG, places, KvCache.Precision.FLOAT).bytes());
    }
    return 0;
  }

  /// @return seconds for the next token: without a cache, with one
  private static double[] time(Decoder decoder, int[] tokens, int places) {
    KvCache cache = new KvCache(CONFIG, places + REPEATS, KvCache.Precision.FLOAT);
    long start = System.nanoTime();
    float[] x = null;
    for (int place = 0; place < places; place++) {
      x = decoder.read(tokens[place], cache);
    }
    decoder.score(x);
    long middle = System.nanoTime();
    for (int i = 0; i < REPEATS; i++) {
      decoder.next(tokens[i], cache);
    }
    return new double[] {(middle - start) / 1e9, (System.nanoTime() - middle) / 1e9 / REPEATS};
  }
}
