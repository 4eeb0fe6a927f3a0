package workbook.isolationlevels;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import workbook.isolationlevels.explore.Sample;
import workbook.isolationlevels.run.PermutationRunner;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Compared;
import workbook.isolationlevels.verdict.Judge;
import workbook.lab.Example;

/// The options that choose what a run must have in common with a serial order, and how many of
/// those are tried; to be mixed into a main's own.
final class CompareOptions {

  @Option(
      names = "--leave-out",
      paramLabel = "COLUMN",
      description = "A column that does not count, as column or table.column; several with commas.")
  private String leftOut = "";

  @Option(
      names = "--generated-keys",
      description =
          "Let keys count that the server makes up: identities, AUTO_INCREMENT, sequences, UUIDs.")
  private boolean generated;

  @Option(
      names = "--invariant",
      paramLabel = "QUERY",
      description =
          "Let only the answer to this query count, asked when all have ended, and neither reads nor tables.")
  private String invariant;

  @Option(
      names = "--at-most",
      paramLabel = "N",
      description = "Refuse to run more interleavings, or serial orders: ${DEFAULT-VALUE}.",
      defaultValue = "" + Judge.MOST)
  private int most;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Run only so many of the interleavings, chosen at random.")
  private Integer sample;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Choose others: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  /// Which interleavings are run.
  Sample sample() {
    return sample == null
        ? Sample.ALL
        : new Sample(
            OptionalInt.of(Example.between("--sample", sample, 1, Integer.MAX_VALUE)), seed);
  }

  int most() {
    return Example.between("--at-most", most, 1, Integer.MAX_VALUE);
  }

  /// The same options, as they are typed.
  String arguments() {
    return (leftOut.isEmpty() ? "" : " --leave-out " + quoted(leftOut))
        + (generated ? " --generated-keys" : "")
        + (invariant == null ? "" : " --invariant " + quoted(invariant))
        + (most == Judge.MOST ? "" : " --at-most " + most);
  }

  /// A word as a shell takes it.
  static String quoted(String word) {
    return word.matches("[\\w./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  Judge judge(PermutationRunner runner, Specification specification) {
    if (invariant != null) {
      runner.invariant(invariant);
    }
    Set<String> columns =
        Arrays.stream(leftOut.split(","))
            .map(column -> column.strip().toLowerCase(Locale.ROOT))
            .filter(column -> !column.isEmpty())
            .collect(Collectors.toSet());
    return new Judge(
        runner, specification, new Compared(columns, generated, invariant != null), most());
  }
}
