package workbook.dataquality;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// How often each source of a mixture is read: GPT-3's table, computed again.
@Command(
    name = "data-quality/mixture",
    description = "Compute how often GPT-3 read each of its sources, beside what its table says.")
public final class Mixture implements Example {

  /// Brown and others 2020, table 2.2: billions of tokens, share in percent, epochs of 300 billion
  /// tokens as they are printed there.
  static final List<Part> GPT3 =
      List.of(
          new Part("Common Crawl (filtered)", 410, 60, .44),
          new Part("WebText2", 19, 22, 2.9),
          new Part("Books1", 12, 8, 1.9),
          new Part("Books2", 55, 8, .43),
          new Part("Wikipedia", 3, 3, 3.4));

  private static final double BUDGET = 300;

  /// A source of a mixture.
  ///
  /// @param tokens how many it has, in billions
  /// @param percent of what is read
  /// @param printed how often it is read, as its authors say
  record Part(String name, double tokens, double percent, double printed) {

    /// How often it is read.
    ///
    /// @param budget how many tokens are read of all sources, in billions
    double epochs(double budget) {
      return budget * percent / 100 / tokens;
    }
  }

  static void main(String[] args) {
    Example.main(new Mixture(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.println("300 billion tokens             billions  share  epochs  printed");
    for (Part part : GPT3) {
      out.printf(
          Locale.ROOT,
          "%-30s %8.0f %4.0f %% %7.2f %8s%n",
          part.name(),
          part.tokens(),
          part.percent(),
          part.epochs(BUDGET),
          String.valueOf(part.printed()));
    }
    double shares = GPT3.stream().mapToDouble(Part::percent).sum();
    double natural = GPT3.stream().mapToDouble(Part::tokens).sum();
    out.printf(
        Locale.ROOT,
        "%-30s %8.0f %4.0f %%%n%nBy size, Common Crawl would have %.0f %%.%n",
        "all",
        natural,
        shares,
        100 * GPT3.getFirst().tokens() / natural);
    return 0;
  }
}
