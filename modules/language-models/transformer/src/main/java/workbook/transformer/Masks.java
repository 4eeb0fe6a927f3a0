package workbook.transformer;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// Which output depends on which input, found by changing one input after the other.
@Command(
    name = "transformer/masks",
    description = "Change one input after the other, and see which outputs change.")
public final class Masks implements Example {

  static final int TIME = 7;
  private static final int SIDE_BY_SIDE = 3;
  private static final float CHANGE = 1;

  @Parameters(
      paramLabel = "LAYERS",
      arity = "0..1",
      description = "How many blocks the places go through, from 1 to 8. Without it, 1.")
  private int layers = 1;

  static void main(String[] args) {
    Example.main(new Masks(), args);
  }

  static Map<String, Mask> all() {
    Map<String, Mask> masks = new LinkedHashMap<>();
    masks.put("bidirectional", Mask.bidirectional());
    masks.put("causal", Mask.causal());
    masks.put("prefix 3", Mask.prefix(3));
    masks.put("window 3", Mask.window(3));
    masks.put("padding from 5", Mask.padding(5));
    masks.put("causal, padding from 5", Mask.causal().and(Mask.padding(5)));
    return masks;
  }

  @Override
  public int run(PrintStream out) {
    Example.between("LAYERS", layers, 1, 8);
    out.printf("a row for each output, a column for each input; # where one changes the other%n");
    List<String> names = new ArrayList<>(all().keySet());
    for (int from = 0; from < names.size(); from += SIDE_BY_SIDE) {
      List<String> row = names.subList(from, from + SIDE_BY_SIDE);
      out.println();
      out.println(line(row));
      List<boolean[][]> matrices =
          row.stream().map(name -> dependencies(all().get(name), layers)).toList();
      for (int i = 0; i < TIME; i++) {
        int query = i;
        out.println(line(matrices.stream().map(matrix -> text(matrix[query])).toList()));
      }
    }
    return 0;
  }

  private static String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    cells.forEach(cell -> line.append("%-24s".formatted(cell)));
    return line.toString().stripTrailing();
  }

  private static String text(boolean[] row) {
    StringBuilder text = new StringBuilder();
    for (boolean depends : row) {
      text.append(depends ? "# " : ". ");
    }
    return text.toString();
  }

  /// Element (i, j) says whether output i moves when input j does.
  static boolean[][] dependencies(Mask mask, int layers) {
    SplittableRandom random = new SplittableRandom(1);
    Model model = new Model(new Config("masks", Style.LLAMA, 1, 0, 8, layers, 2, 1, 16));
    model.parameters().values().stream()
        .filter(tensor -> tensor.axes() == 2)
        .forEach(tensor -> Init.normal(tensor, 0.5, random));
    Tensor x = Init.normal(Tensor.parameter(1, TIME, 8), 1, random);
    float[] before = output(model, x, mask);
    boolean[][] depends = new boolean[TIME][TIME];
    for (int j = 0; j < TIME; j++) {
      float kept = x.data()[j * 8];
      x.data()[j * 8] += CHANGE;
      float[] after = output(model, x, mask);
      x.data()[j * 8] = kept;
      for (int i = 0; i < TIME * 8; i++) {
        depends[i / 8][j] |= before[i] != after[i];
      }
    }
    return depends;
  }

  private static float[] output(Model model, Tensor x, Mask mask) {
    Tape t = new Tape(FloatKernels.best());
    Tensor y = x;
    for (Block block : model.blocks()) {
      y = block.apply(t, y, mask);
    }
    return y.data();
  }
}
