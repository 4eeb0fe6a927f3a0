package workbook.basedetection;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Counts the true equations of small p and q, by how many bases make each of them true. It tries
/// base after base, and does not rely on what [Carries] says.
@Command(
    name = "base-detection/census",
    description = "Counts the true equations of small P and Q by how many bases make them true.")
final class Census implements Example {

  private static final int MOST = 1000;

  private long once;
  private long twiceOrMore;
  private long everywhere;
  private long upTo16;
  private long upTo40;
  private int largestBase;
  private String largest = "";

  @Parameters(
      paramLabel = "VALUES",
      arity = "0..1",
      description = "How many values P and Q take, from 0; ${DEFAULT-VALUE} if not given.")
  private int values = 200;

  static void main(String[] args) {
    Example.main(new Census(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("VALUES", values, 1, MOST);
    for (int p = 0; p < values; p++) {
      for (int q = 0; q < values; q++) {
        add(new Numeral(Integer.toString(p)), new Numeral(Integer.toString(q)));
      }
    }
    print(out);
    return 0;
  }

  private void add(Numeral p, Numeral q) {
    int lowest = Math.max(2, Math.max(p.largestDigit(), q.largestDigit()) + 1);
    // In this base nothing is carried, and in no larger one: r stays the same from here on.
    int uncarried = Math.max(lowest, Arrays.stream(Columns.of(p, q)).max().getAsInt() + 1);
    Map<Long, Integer> bases = new HashMap<>();
    OptionalLong r = OptionalLong.empty();
    for (int base = lowest; base <= uncarried; base++) {
      r = decimalDigits(p.value(base).multiply(q.value(base)).longValueExact(), base);
      if (r.isPresent() && bases.merge(r.getAsLong(), 1, Integer::sum) == 1) {
        upTo16 += base <= 16 ? 1 : 0;
        upTo40 += base <= 40 ? 1 : 0;
        if (base > largestBase) {
          largestBase = base;
          largest = "%s x %s = %d".formatted(p, q, r.getAsLong());
        }
      }
    }
    if (r.isPresent()) {
      bases.remove(r.getAsLong());
      everywhere++;
    }
    long several = bases.values().stream().filter(count -> count > 1).count();
    twiceOrMore += several;
    once += bases.size() - several;
  }

  /// The digits of a value in a base, written as if it were base 10; empty where a digit is above
  /// 9.
  private static OptionalLong decimalDigits(long value, int base) {
    long digits = 0;
    for (long place = 1; value > 0; value /= base, place *= 10) {
      if (value % base > 9) {
        return OptionalLong.empty();
      }
      digits += value % base * place;
    }
    return OptionalLong.of(digits);
  }

  private void print(PrintStream out) {
    out.printf("p and q from 0 to %d, r whatever some base makes true%n%n", values - 1);
    line(out, "true in one base", once);
    line(out, "true in two bases or more, but not all", twiceOrMore);
    line(out, "true in every base above the digits", everywhere);
    line(out, "all of them", once + twiceOrMore + everywhere);
    out.println();
    line(out, "smallest base at most 16", upTo16);
    line(out, "smallest base at most 40", upTo40);
    out.printf("largest smallest base: %d, in %s%n", largestBase, largest);
  }

  private static void line(PrintStream out, String text, long count) {
    out.printf(Locale.ROOT, "%-40s %,12d%n", text, count);
  }
}
