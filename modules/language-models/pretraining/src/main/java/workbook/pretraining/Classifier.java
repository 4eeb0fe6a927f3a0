package workbook.pretraining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A reader and a head: a layer that tells two kinds of sentences apart, by what the reader made of
/// one place. BERT has a layer with a tanh in between, the pooler; here both readers go without.
final class Classifier {

  private static final int AT_ONCE = 50;

  private final Reader reader;
  private final Tensor weight;
  private final Tensor bias = Tensor.parameter(2);

  Classifier(Reader reader, RandomGenerator random) {
    this.reader = reader;
    this.weight =
        Init.normal(Tensor.parameter(2, reader.model().config().width()), Reader.DEVIATION, random);
  }

  /// All that can be learned: the embeddings, the blocks and the new head.
  Map<String, Tensor> parameters() {
    Map<String, Tensor> all = new LinkedHashMap<>(reader.model().parameters());
    all.keySet().removeIf(name -> name.startsWith("pooler."));
    all.put("classifier.weight", weight);
    all.put("classifier.bias", bias);
    return all;
  }

  /// What fine-tuning learns where the rest is frozen. The optimiser must not even see what is
  /// frozen: a gradient of 0 does not keep a weight from decaying.
  Map<String, Tensor> parameters(Predicate<String> frozen) {
    Map<String, Tensor> all = parameters();
    all.keySet().removeIf(frozen);
    return all;
  }

  /// `[rows, 2]`.
  Tensor logits(Tape t, Rows rows) {
    int[] places = new int[rows.count()];
    for (int row = 0; row < places.length; row++) {
      places[row] = row * rows.longest() + reader.summary(rows.lengths()[row]);
    }
    Tensor chosen = Rows.choose(t, reader.read(t, rows), places);
    return t.add(t.matmulTransposed(chosen, weight), bias);
  }

  Tensor loss(Tape t, List<Labelled> examples) {
    int[] labels = examples.stream().mapToInt(Labelled::label).toArray();
    return t.crossEntropy(logits(t, Labelled.rows(examples)), labels);
  }

  /// The share of sentences that it tells right.
  double accuracy(Tape t, List<Labelled> examples) {
    int right = 0;
    for (int from = 0; from < examples.size(); from += AT_ONCE) {
      List<Labelled> some = examples.subList(from, Math.min(examples.size(), from + AT_ONCE));
      t.reset();
      float[] scores = t.withoutGradients(() -> logits(t, Labelled.rows(some))).data();
      for (int i = 0; i < some.size(); i++) {
        right += scores[2 * i + 1] > scores[2 * i] == some.get(i).agrees() ? 1 : 0;
      }
    }
    return (double) right / examples.size();
  }
}
