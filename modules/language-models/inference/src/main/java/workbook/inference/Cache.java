package workbook.inference;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.transformer.Config;
import workbook.transformer.Published;

/// Allocates caches of published models, and says how many bytes they hold.
@Command(
    name = "inference/cache",
    description = "See how many bytes the caches of published models hold.")
public final class Cache implements Example {

  private static final int PLACES = 16;

  private static final List<String> SHOWN =
      List.of("GPT-2", "GPT-2 XL", "LLaMA 7B", "LLaMA 65B", "Llama 2 70B", "Llama 3 8B");

  static void main(String[] args) {
    Example.main(new Cache(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.println("half precision; bytes per token, with as many heads of keys and values as");
    out.println();
    out.println("             heads of       published   of queries          one   4096 tokens");
    out.println("model        queries keys       (GQA)        (MHA)        (MQA)  as published");
    for (Published model : Published.ALL) {
      Config c = model.config();
      if (SHOWN.contains(c.name())) {
        out.printf(
            Locale.ROOT,
            "%-12s %7d %4d %,11d %,12d %,12d %9.2f GiB%n",
            c.name(),
            c.heads(),
            c.shared(),
            perToken(c, c.shared()),
            perToken(c, c.heads()),
            perToken(c, 1),
            4096.0 * perToken(c, c.shared()) / (1 << 30));
      }
    }
    return 0;
  }

  /// Of a cache that is really there.
  private static long perToken(Config c, int shared) {
    Config other =
        new Config(
            c.name(),
            c.style(),
            c.vocabulary(),
            c.context(),
            c.width(),
            c.layers(),
            c.heads(),
            shared,
            c.hidden());
    return new KvCache(other, PLACES, KvCache.Precision.HALF).bytes() / PLACES;
  }
}
