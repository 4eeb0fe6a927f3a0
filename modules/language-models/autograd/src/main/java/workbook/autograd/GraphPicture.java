package workbook.autograd;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The graph of [Neuron] as SVG: each number with its value, and in red its gradient.
final class GraphPicture {

  private static final int WIDTH = 124;
  private static final int HEIGHT = 62;
  private static final int STEP = 160;

  private static final String INK = "#1f2933";
  private static final String FAINT = "#8a97a6";
  private static final String RED = "#b3261e";

  private final StringBuilder shapes = new StringBuilder();
  private final Map<Tensor, int[]> places = new HashMap<>();

  private GraphPicture() {}

  static String draw() {
    Neuron neuron = new Neuron();
    neuron.backward();
    GraphPicture picture = new GraphPicture();
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
    return picture.svg();
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
      add(
          "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='%s' stroke-width='1.6'"
              + " marker-end='url(#tip)'/>",
          from[0] + WIDTH, from[1] + HEIGHT / 2, to[0] - 8, to[1] + HEIGHT / 2, FAINT);
    }
  }

  private void box(String name, Tensor tensor) {
    int[] place = places.get(tensor);
    boolean leaf = tensor.operation() == null;
    add(
        "<rect x='%d' y='%d' width='%d' height='%d' rx='6' fill='%s' stroke='%s'/>",
        place[0], place[1], WIDTH, HEIGHT, leaf ? "#eef2f6" : "#ffffff", INK);
    text(place, 18, INK, leaf ? name : tensor.operation() + ": " + name);
    text(place, 36, INK, String.format(Locale.ROOT, "%.4f", tensor.value()));
    text(place, 53, RED, String.format(Locale.ROOT, "%.4f", tensor.gradient()[0]));
  }

  private void text(int[] place, int down, String colour, String text) {
    add(
        "<text x='%d' y='%d' font-size='12.5' text-anchor='middle' fill='%s'>%s</text>",
        place[0] + WIDTH / 2, place[1] + down, colour, text);
  }

  private void add(String shape, Object... values) {
    shapes.append("  ").append(String.format(Locale.ROOT, shape, values)).append('\n');
  }

  private String svg() {
    return """
    <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 804 376' font-family='sans-serif'>
      <title>A neuron as a graph, with values and gradients</title>
      <defs>
        <marker id='tip' viewBox='0 0 8 8' refX='4' refY='4' markerWidth='7' markerHeight='7'
            orient='auto'><path d='M0 0 8 4 0 8Z' fill='%s'/></marker>
      </defs>
      <rect width='804' height='376' rx='8' fill='#ffffff'/>
      <text x='20' y='30' font-size='14' fill='%s'>Values are computed from left to right.</text>
      <text x='784' y='30' font-size='14' text-anchor='end' fill='%s'>Gradients go from right to left.</text>
    %s</svg>
    """
        .formatted(FAINT, INK, RED, shapes);
  }
}
