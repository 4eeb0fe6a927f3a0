package workbook.embeddings;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workbook.autograd.Trained;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.text.Characters;
import workbook.text.SampleOption;

/// Lets a network write that was kept by [Train].
@Command(
    name = "embeddings/sample",
    description = "What a network from a checkpoint of embeddings/train writes.")
public final class Sample implements Example {

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
    int inputs = trained.matrix("embedding.weight").size(1);
    FeedForward network =
        FeedForward.random(
            alphabet.size(),
            trained.matrix("hidden.weight").size(1) / inputs,
            inputs,
            trained.matrix("output.weight").size(1),
            new SplittableRandom(0));
    trained.copyTo(network.parameters());
    sample.print(out, new FeedForwardModel(network, FloatKernels.best()), alphabet);
    return 0;
  }
}
