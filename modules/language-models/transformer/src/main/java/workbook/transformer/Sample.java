package workbook.transformer;

import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import workbook.autograd.Trained;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.Refusal;
import workbook.text.Characters;
import workbook.text.SampleOption;

/// Lets a transformer write that was kept by [Train].
@Command(
    name = "transformer/sample",
    description = "What a transformer from a checkpoint of transformer/train writes.")
public final class Sample implements Example {

  /// Under what a checkpoint has the name of its sizes.
  static final String CONFIG = "config";

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
    Preset preset =
        Preset.named(trained.about(CONFIG))
            .orElseThrow(() ->
                new Refusal(
                    "%s: has the configuration '%s', and there are %s"
                        .formatted(file, trained.about(CONFIG), Preset.NAMES)));
    Model model = new Model(preset.config(alphabet.size(), width(trained)));
    trained.copyTo(model.parameters());
    sample.print(out, new CharacterModel(model, FloatKernels.best()), alphabet);
    return 0;
  }

  private int width(Trained trained) {
    int width = trained.matrix("token").size(1);
    if (!Preset.isWidth(width)) {
      throw new Refusal(
          "%s: is %d wide, and a multiple of 8 up to 1024 is wanted".formatted(file, width));
    }
    return width;
  }
}
