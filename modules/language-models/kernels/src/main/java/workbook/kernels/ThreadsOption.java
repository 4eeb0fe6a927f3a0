package workbook.kernels;

import picocli.CommandLine.Option;
import workbook.lab.Example;

/// The option of a training that says how many threads compute.
public final class ThreadsOption {

  private static final int MOST = 256;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many compute; the result does not depend on it. ${DEFAULT-VALUE} if not given.")
  private int threads = 1;

  /// That many threads, for the caller to close.
  ///
  /// @throws IllegalArgumentException if it is not from 1 to 256
  public Team team() {
    return new Team(Example.between("--threads", threads, 1, MOST));
  }
}
