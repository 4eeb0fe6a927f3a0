package workbook.pretraining;

import java.util.Map;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.transformer.Mask;
import workbook.transformer.MaskedTokens;
import workbook.transformer.Model;

/// As BERT: every place sees every place, and the words that were hidden are asked for.
final class Encoder implements Reader {

  private final Model model;
  private final MaskedTokens head;
  private final Hidden.Fate fate;

  /// @param fate what becomes of the words that it is asked for
  Encoder(Model model, Hidden.Fate fate, RandomGenerator random) {
    this.model = model;
    this.fate = fate;
    this.head = new MaskedTokens(model);
    Init.normal(head.parameters().get("head.weight"), DEVIATION, random);
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public Map<String, Tensor> parameters() {
    return head.parameters();
  }

  @Override
  public Tensor read(Tape t, Rows rows) {
    return model.read(t, rows.tokens(), rows.count(), Mask.padding(rows.lengths()));
  }

  /// The first: it sees all others.
  @Override
  public int summary(int length) {
    return 0;
  }

  @Override
  public Tensor loss(Tape t, Rows rows, RandomGenerator random) {
    return loss(t, rows, Hidden.of(rows, fate, random));
  }

  /// Only what was hidden is asked for. Where a word can be seen, the answer would be a copy.
  Tensor loss(Tape t, Rows rows, Hidden hidden) {
    Tensor read = read(t, new Rows(hidden.inputs(), rows.lengths()));
    return t.crossEntropy(logits(t, read, hidden.places()), hidden.targets());
  }

  @Override
  public Tensor logits(Tape t, Tensor read, int... places) {
    return head.logits(t, read, places);
  }
}
