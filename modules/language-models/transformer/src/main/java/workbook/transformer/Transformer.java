package workbook.transformer;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// Five tokens on their way through a very small model, block by block.
///
/// No number is random: element i of each parameter is sin(i) / 2, of each gain 1 + sin(i) / 10,
/// from i = 1. Hugging Face's LLaMA, filled like this, gives the same scores.
@Command(
    name = "transformer",
    description = "Follow five tokens through a very small GPT-2 or LLaMA, block by block.")
public final class Transformer implements Example {

  private static final int[] IDS = {3, 1, 4, 1, 5};
  private static final int SHOWN = 4;

  @Parameters(
      paramLabel = "STYLE",
      arity = "0..1",
      converter = Named.class,
      description = "gpt2 or llama; gpt2 if none is given.")
  private Config config = GPT2;

  static final Config GPT2 = new Config("GPT-2", Style.GPT2, 11, 8, 4, 1, 2, 2, 16);
  static final Config LLAMA = new Config("LLaMA", Style.LLAMA, 11, 0, 8, 1, 4, 2, 12);

  static void main(String[] args) {
    Example.main(new Transformer(), args);
  }

  /// Fills a model with sines.
  static Model filled(Config config) {
    Model model = new Model(config);
    fill(model.parameters());
    return model;
  }

  static void fill(Map<String, Tensor> parameters) {
    parameters.forEach((name, tensor) -> {
      for (int i = 0; i < tensor.size(); i++) {
        double sine = StrictMath.sin(i + 1);
        tensor.data()[i] = (float) (name.endsWith("gain") ? 1 + sine / 10 : sine / 2);
      }
    });
  }

  @Override
  public int run(PrintStream out) {
    Model model = filled(config);
    Tape t = new Tape(FloatKernels.best());
    out.printf(
        "%s: vocabulary %d, width %d, %d layer, %d heads of queries, %d of keys; %d parameters%n",
        config.name(),
        config.vocabulary(),
        config.width(),
        config.layers(),
        config.heads(),
        config.shared(),
        config.parameters());
    out.printf("tokens %s%n%n", Arrays.toString(IDS));
    out.printf("%-28s %-10s  last row begins%n", "", "shape");
    Tensor x = model.embed(t, IDS, 1);
    print(out, "embedding", x);
    for (Block block : model.blocks()) {
      Tensor normed = block.first().input(t, x);
      print(out, "norm", normed);
      Tensor weights = block.attention().weights(t, normed, Mask.causal());
      print(out, "weights of the last head", weights);
      x = block.exchange(t, x, Mask.causal());
      print(out, "embedding + attention", x);
      x = block.think(t, x);
      print(out, "that + feed-forward", x);
    }
    x = model.finish(t, x);
    print(out, "norm", x);
    Tensor logits = model.score(t, x);
    print(out, "scores of 11 tokens", logits);
    print(out, "probabilities", t.softmax(logits));
    return 0;
  }

  private static void print(PrintStream out, String name, Tensor x) {
    int n = x.size(x.axes() - 1);
    String row =
        Arrays.stream(indices(x.size() - n, Math.min(n, SHOWN + 1)))
            .mapToObj(i -> String.format(Locale.ROOT, "%8.4f", x.data()[i]))
            .collect(Collectors.joining());
    out.printf("%-28s %-13s%s%n", name, x, row);
  }

  private static int[] indices(int from, int count) {
    int[] indices = new int[count];
    Arrays.setAll(indices, i -> from + i);
    return indices;
  }

  /// Reads the name of a style.
  static final class Named implements ITypeConverter<Config> {

    @Override
    public Config convert(String name) {
      return switch (name) {
        case "gpt2" -> GPT2;
        case "llama" -> LLAMA;
        default ->
            throw new TypeConversionException(
                "must be one of gpt2, llama, and was '%s'".formatted(name));
      };
    }
  }
}
