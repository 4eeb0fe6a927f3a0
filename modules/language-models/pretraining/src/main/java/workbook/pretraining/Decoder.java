package workbook.pretraining;

import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.transformer.Mask;
import workbook.transformer.Model;

/// As GPT-1: a place sees what came before it, and the next word is asked for, at every place.
final class Decoder implements Reader {

  private final Model model;

  Decoder(Model model) {
    this.model = model;
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Map<String, Tensor> parameters() {
    return model.parameters();
  }

  @Override
  public Tensor read(Tape t, Rows rows) {
    return model.read(t, rows.tokens(), rows.count(), Mask.causal());
  }

  /// The last: no other sees all words.
  @Override
  public int summary(int length) {
    return length - 1;
  }

  @Override
  public Tensor loss(Tape t, Rows rows, RandomGenerator random) {
    int[] places = rows.places(1);
    int[] targets = IntStream.of(places).map(place -> rows.tokens()[place + 1]).toArray();
    return t.crossEntropy(logits(t, read(t, rows), places), targets);
  }

  @Override
  public Tensor logits(Tape t, Tensor read, int... places) {
    return t.matmulTransposed(Rows.choose(t, read, places), model.parameters().get("token"));
  }
}
