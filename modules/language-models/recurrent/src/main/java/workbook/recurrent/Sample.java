package workbook.recurrent;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workbook.autograd.Trained;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.Refusal;
import workbook.text.Characters;
import workbook.text.SampleOption;

/// Lets a network write that was kept by [Train].
@Command(
    name = "recurrent/sample",
    description = "What a network from a checkpoint of recurrent/train writes.")
public final class Sample implements Example {

  /// Under what a checkpoint has the name of its cell.
  static final String CELL = "cell";

  @Parameters(paramLabel = "FILE", description = "The checkpoint.")
  private Path file;

  @Mixin private SampleOption sample;

  static void main(String[] args) {
    Example.main(new Sample(), args);
  }

  @Override
  public int run(PrintStream out) {
    Trained trained = Trained.read(file);
    Characters alphabet = Characters.closed(trained.about(Trained.ALPHABET));
    CellType cell =
        CellType.named(trained.about(CELL))
            .orElseThrow(() ->
                new Refusal(
                    "%s: has the cell '%s', and there are %s"
                        .formatted(file, trained.about(CELL), CellType.NAMES)));
    Network network =
        Network.random(
            cell,
            alphabet.size(),
            trained.matrix("embedding.weight").size(1),
            trained.matrix("output.weight").size(1),
            new SplittableRandom(0));
    trained.copyTo(network.parameters());
    sample.print(out, new NetworkModel(network, FloatKernels.best()), alphabet);
    return 0;
  }
}
