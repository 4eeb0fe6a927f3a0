package workbook.scalinglaws;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.transformer.Published;

/// What published laws say of a budget, and what published models were given.
@Command(
    name = "scaling-laws/published-laws",
    description = "Print the best model for a budget by published laws, and what models had.")
public final class PublishedLaws implements Example {

  /// Of Gopher and Chinchilla, in floating-point operations.
  static final double CHINCHILLA_FLOPS = 5.76e23;

  /// N grows with C to this power, by Kaplan et al. (2020), section 6.1.
  static final double KAPLAN_EXPONENT = .73;

  /// A model whose paper says how many tokens it read.
  record Trained(String name, double parameters, double tokens) {}

  /// GPT-3: Brown et al. (2020), table D.1 and section 2.2. Chinchilla: Hoffmann et al. (2022),
  /// table 1, and Gopher's row of it. LLaMA: Touvron et al. (2023), table 2.
  static final List<Trained> TRAINED =
      List.of(
          new Trained("GPT-3", parameters("GPT-3"), 300e9),
          new Trained("Gopher", 280e9, 300e9),
          new Trained("Chinchilla", 70e9, 1.4e12),
          new Trained("LLaMA 7B", parameters("LLaMA 7B"), 1e12),
          new Trained("LLaMA 65B", parameters("LLaMA 65B"), 1.4e12));

  @Option(
      names = "--flops",
      paramLabel = "C",
      description = "The budget, from 1e18 to 1e30; if not given, Chinchilla's 5.76e23.")
  private double flops = CHINCHILLA_FLOPS;

  static void main(String[] args) {
    Example.main(new PublishedLaws(), args);
  }

  private static double parameters(String name) {
    return Published.ALL.stream()
        .filter(model -> model.config().name().equals(name))
        .findFirst()
        .orElseThrow()
        .parameters();
  }

  @Override
  public int run(PrintStream out) {
    if (!(flops >= 1e18 && flops <= 1e30)) {
      throw new IllegalArgumentException("--flops must be from 1e18 to 1e30, and was " + flops);
    }
    out.printf(Locale.ROOT, "the best split of %.3g operations%n%n", flops);
    out.println(
        "law                         billions of N  billions of D   D / N    ten times C: N  and D");
    print(out, "Chinchilla, as printed", Law.CHINCHILLA);
    print(out, "Chinchilla, all digits", Law.CHINCHILLA_UNROUNDED);
    print(out, "Besiroglu's refit", Law.REFIT);
    out.printf(
        Locale.ROOT,
        "%-25s %15s%15s%9s%14.1f x%5.1f x%n",
        "Kaplan",
        "-",
        "-",
        "-",
        tenTimes(KAPLAN_EXPONENT),
        tenTimes(1 - KAPLAN_EXPONENT));
    out.println();
    out.println(
        "model                       billions of N  billions of D   D / N  6N per token  6ND in all");
    for (String name : List.of("GPT-1", "GPT-2 XL")) {
      double parameters = parameters(name);
      out.printf(
          Locale.ROOT,
          "%-25s %15.1f%15s%9s%14.2e%12s%n",
          name,
          parameters / 1e9,
          "-",
          "-",
          6 * parameters,
          "-");
    }
    for (Trained model : TRAINED) {
      out.printf(
          Locale.ROOT,
          "%-25s %15.1f%,15.0f%9.1f%14.2e%12.2e%n",
          model.name(),
          model.parameters() / 1e9,
          model.tokens() / 1e9,
          model.tokens() / model.parameters(),
          6 * model.parameters(),
          6 * model.parameters() * model.tokens());
    }
    return 0;
  }

  private void print(PrintStream out, String name, Law law) {
    Law.Split split = law.optimal(flops);
    out.printf(
        Locale.ROOT,
        "%-25s %15.1f%,15.0f%9.1f%14.1f x%5.1f x%n",
        name,
        split.parameters() / 1e9,
        split.tokens() / 1e9,
        split.tokensPerParameter(),
        tenTimes(law.exponent()),
        tenTimes(1 - law.exponent()));
  }

  /// By how much what grows with this power of the compute grows when that is ten times as much.
  static double tenTimes(double exponent) {
    return StrictMath.pow(10, exponent);
  }
}
