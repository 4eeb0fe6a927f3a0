package workbook.autograd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Which symbol comes after three? Embedding, linear, layer norm, GELU, linear; as in golden.py.
final class SmallModel {

  private static final Golden GOLDEN = Golden.beside(SmallModel.class);

  static final int CONTEXT = 3;

  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final AdamW decayed;
  private final AdamW others;

  /// The start of golden.py.
  SmallModel() {
    this(name -> GOLDEN.parameter("train/start/" + name));
  }

  /// A larger one, of seeded numbers.
  SmallModel(int symbols, int width, int hidden, SplittableRandom random) {
    this(name ->
        switch (name) {
          case "embedding" -> Init.normal(Tensor.parameter(symbols, width), 1, random);
          case "w1" -> Init.kaiming(Tensor.parameter(CONTEXT * width, hidden), random);
          case "w2" -> Init.xavier(Tensor.parameter(hidden, symbols), random);
          case "gain" -> Init.constant(Tensor.parameter(hidden), 1);
          case "b2" -> Tensor.parameter(symbols);
          default -> Tensor.parameter(hidden);
        });
  }

  private SmallModel(java.util.function.Function<String, Tensor> make) {
    for (String name : List.of("embedding", "w1", "b1", "gain", "bias", "w2", "b2")) {
      parameters.put(name, make.apply(name));
    }
    decayed = new AdamW(named("embedding", "w1", "w2"), 0.1);
    others = new AdamW(named("b1", "gain", "bias", "b2"), 0);
  }

  private List<Tensor> named(String... names) {
    return Stream.of(names).map(parameters::get).toList();
  }

  Map<String, Tensor> parameters() {
    return parameters;
  }

  /// @param loss before the step
  /// @param norm of all gradients, before they were clipped
  record Step(float loss, double norm) {}

  /// @param symbols three for each row
  /// @param targets what comes after them
  Step step(Tape t, int[] symbols, int[] targets, double rate) {
    t.reset();
    Gradients.clear(parameters.values());
    Tensor loss = t.crossEntropy(scores(t, symbols), targets);
    t.backward(loss);
    double norm = Gradients.clip(parameters.values(), 1);
    decayed.step(rate);
    others.step(rate);
    return new Step(loss.value(), norm);
  }

  private Tensor scores(Tape t, int[] symbols) {
    Tensor embedded = t.embedding(parameters.get("embedding"), symbols);
    int rows = symbols.length / CONTEXT;
    Tensor x = t.reshape(embedded, rows, embedded.size() / rows);
    Tensor h = t.add(t.matmul(x, parameters.get("w1")), parameters.get("b1"));
    h = t.gelu(t.layerNorm(h, parameters.get("gain"), parameters.get("bias")));
    return t.add(t.matmul(h, parameters.get("w2")), parameters.get("b2"));
  }
}
