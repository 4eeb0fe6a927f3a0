package workbook.autograd;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import workbook.lab.Svg;

/// The graph of [Neuron] as SVG: each number with its value, and in red its gradient.
final class GraphPicture {

  /// What stands in the picture, but for the names of numbers and operations.
  record Words(String title, String values, String gradients) {

    static final Words ENGLISH =
        new Words(
            "A neuron as a graph, with values and gradients",
            "Values: from left to right.",
            "Gradients: from right to left.");

    static final Words CHINESE = new Words("一个神经元的计算图，带数值和梯度", "数值：从左往右计算", "梯度：从右往左传播");
  }

  private static final int WIDTH = 94;
  private static final int HEIGHT = 66;
  private static final int STEP = 116;

  private static final String RED = "#b3261e";

  private final Svg svg;
  private final Map<Tensor, int[]> places = new HashMap<>();

  private GraphPicture(Words words) {
    svg = new Svg(20 + 4 * STEP + WIDTH + 20, 384, words.title());
    svg.shape(
        "<defs><marker id='tip' viewBox='0 0 8 8' refX='4' refY='4' markerWidth='7'"
            + " markerHeight='7' orient='auto'><path d='M0 0 8 4 0 8Z' fill='%s'/></marker></defs>",
        Svg.GREY);
    svg.text(20, 30, 16, "start", Svg.INK, words.values());
    svg.text(20 + 4 * STEP + WIDTH, 30, 16, "end", RED, words.gradients());
  }

  static String draw(Words words) {
    Neuron neuron = new Neuron();
    neuron.backward();
    GraphPicture picture = new GraphPicture(words);
    picture.place(neuron.leaves(), "x1", 0, 0);
    picture.place(neuron.leaves(), "w1", 0, 1);
    picture.place(neuron.leaves(), "x2", 0, 2);
    picture.place(neuron.leaves(), "w2", 0, 3);
    picture.place(neuron.leaves(), "b", 2, 2.9);
    picture.place(neuron.steps(), "x1 w1", 1, 0.5);
    picture.place(neuron.steps(), "x2 w2", 1, 2.5);
    picture.place(neuron.steps(), "sum", 2, 1.5);
    picture.place(neuron.steps(), "sum + b", 3, 2.2);
    picture.place(neuron.steps(), "output", 4, 2.2);
    neuron.steps().values().forEach(picture::arrows);
    neuron.leaves().forEach(picture::box);
    neuron.steps().forEach(picture::box);
    return picture.svg.toString();
  }

  private void place(Map<String, Tensor> tensors, String name, double column, double row) {
    places.put(
        tensors.get(name),
        new int[] {(int) (20 + column * STEP), (int) (48 + row * (HEIGHT + 18))});
  }

  private void arrows(Tensor output) {
    int[] to = places.get(output);
    for (Tensor input : output.inputs()) {
      int[] from = places.get(input);
      svg.shape(
          "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='%s' stroke-width='1.6'"
              + " marker-end='url(#tip)'/>",
          from[0] + WIDTH, from[1] + HEIGHT / 2, to[0] - 8, to[1] + HEIGHT / 2, Svg.GREY);
    }
  }

  private void box(String name, Tensor tensor) {
    int[] place = places.get(tensor);
    boolean leaf = tensor.operation() == null;
    svg.shape(
        "<rect x='%d' y='%d' width='%d' height='%d' rx='6' fill='%s' stroke='%s'/>",
        place[0], place[1], WIDTH, HEIGHT, leaf ? "#eef2f6" : "#ffffff", Svg.INK);
    text(place, 19, Svg.INK, leaf ? name : tensor.operation() + ": " + name);
    text(place, 39, Svg.INK, String.format(Locale.ROOT, "%.4f", tensor.value()));
    text(place, 58, RED, String.format(Locale.ROOT, "%.4f", tensor.gradient()[0]));
  }

  private void text(int[] place, int down, String colour, String text) {
    svg.text(place[0] + WIDTH / 2.0, place[1] + down, 13, "middle", colour, text);
  }
}
