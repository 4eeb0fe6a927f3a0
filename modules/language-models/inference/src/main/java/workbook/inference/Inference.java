package workbook.inference;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.text.Show;
import workbook.text.Tokenizer;

/// Writes with and without a cache of keys and values, and counts the products that each token
/// takes.
@Command(
    name = "inference",
    description = "Write with and without a cache of keys and values, and count the products.")
public final class Inference implements Example {

  private static final int[] SHOWN = {1, 2, 10, 60};

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = "How many tokens to write, from 1 to 63; ${DEFAULT-VALUE} if not given.")
  private int tokens = 60;

  static void main(String[] args) {
    Example.main(new Inference(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("N", tokens, 1, SmallModel.CONFIG.context() - 1);
    ModelFolder folder = ModelFolder.small();
    Tokenizer tokenizer = folder.tokenizer().orElseThrow();
    Decoder decoder = folder.decoder(FloatWeights::new);
    KvCache cache = cache(decoder, tokens);
    int[] text = new int[tokens + 1];
    text[0] = folder.begin();
    out.println("             products of two numbers                bytes in");
    out.println("token  text  without cache   with cache  times      the cache");
    long all = 0;
    long kept = 0;
    for (int n = 1; n <= tokens; n++) {
      long before = decoder.products();
      float[] again = recomputed(decoder, Arrays.copyOf(text, n));
      long without = decoder.products() - before;
      float[] logits = decoder.next(text[n - 1], cache);
      long with = decoder.products() - before - without;
      if (!Arrays.equals(logits, again)) {
        throw new IllegalStateException("the scores of token %d differ".formatted(n));
      }
      text[n] = Logits.largest(logits);
      all += without;
      kept += with;
      if (Arrays.binarySearch(SHOWN, n) >= 0) {
        out.printf(
            Locale.ROOT,
            "%5d  %-4s %,14d %,12d %6.1f %,14d%n",
            n,
            tokenizer.show(text[n]),
            without,
            with,
            (double) without / with,
            n * cache.bytes() / cache.capacity());
      }
    }
    out.printf(Locale.ROOT, "  all       %,14d %,12d %6.1f%n%n", all, kept, (double) all / kept);
    tokenizer.decode(text).strip().lines().forEach(line -> out.println("  | " + Show.text(line)));
    return 0;
  }

  /// The scores of what follows a text, without a cache of what was read before.
  static float[] recomputed(Decoder decoder, int[] text) {
    KvCache empty = cache(decoder, text.length);
    float[] x = null;
    for (int token : text) {
      x = decoder.read(token, empty);
    }
    return decoder.score(x);
  }

  private static KvCache cache(Decoder decoder, int places) {
    return new KvCache(decoder.spec().config(), places, KvCache.Precision.FLOAT);
  }
}
