package workbook.transformer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import workbook.autograd.Tensor;
import workbook.topictest.Near;

/// Our names of a block's parameters, by those of PyTorch's `TransformerEncoderLayer` and
/// `TransformerDecoderLayer`, in which queries, keys and values are one matrix.
final class TorchLayer {

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> attentions = new LinkedHashMap<>();
  private final Map<String, Tensor> parameters;
  private final String prefix;

  private TorchLayer(Map<String, Tensor> parameters, String prefix) {
    this.parameters = parameters;
    this.prefix = prefix;
    attention("self_attn", "");
    both("linear1", "up");
    both("linear2", "down");
  }

  static TorchLayer encoder(Map<String, Tensor> parameters, String prefix) {
    TorchLayer layer = new TorchLayer(parameters, prefix);
    layer.norms("first", "second");
    return layer;
  }

  static TorchLayer decoder(Map<String, Tensor> parameters, String prefix) {
    TorchLayer layer = new TorchLayer(parameters, prefix);
    layer.norms("first", "middle", "second");
    layer.attention("multihead_attn", "cross.");
    return layer;
  }

  private void attention(String theirs, String ours) {
    attentions.put(theirs, ours);
    both(theirs + ".out_proj", ours + "output");
  }

  private void norms(String... ours) {
    for (int i = 0; i < ours.length; i++) {
      names.put("norm%d.weight".formatted(i + 1), ours[i] + ".gain");
      names.put("norm%d.bias".formatted(i + 1), ours[i] + ".bias");
    }
  }

  private void both(String theirs, String ours) {
    names.put(theirs + ".weight", ours + ".weight");
    names.put(theirs + ".bias", ours + ".bias");
  }

  private Tensor of(String name) {
    return parameters.get(prefix + name);
  }

  void load(String from) {
    names.forEach((theirs, ours) -> copy(Numbers.GOLDEN.floats(from + theirs), 0, of(ours)));
    attentions.forEach((theirs, ours) -> {
      for (String kind : new String[] {"weight", "bias"}) {
        float[] all = Numbers.GOLDEN.floats(from + theirs + ".in_proj_" + kind);
        copy(all, 0, of(ours + "query." + kind));
        copy(all, all.length / 3, of(ours + "key." + kind));
        copy(all, all.length / 3 * 2, of(ours + "value." + kind));
      }
    });
  }

  private static void copy(float[] from, int at, Tensor to) {
    System.arraycopy(from, at, to.data(), 0, to.size());
  }

  void assertGradients(String from, double tolerance) {
    names.forEach(
        (theirs, ours) -> assertGradient(ours, Numbers.GOLDEN.floats(from + theirs), tolerance));
    attentions.forEach((theirs, ours) -> {
      for (String kind : new String[] {"weight", "bias"}) {
        float[] all = Numbers.GOLDEN.floats(from + theirs + ".in_proj_" + kind);
        int third = all.length / 3;
        int part = 0;
        for (String matrix : new String[] {"query.", "key.", "value."}) {
          float[] expected = Arrays.copyOfRange(all, part * third, (part + 1) * third);
          assertGradient(ours + matrix + kind, expected, tolerance);
          part++;
        }
      }
    });
  }

  private void assertGradient(String ours, float[] expected, double tolerance) {
    Near.assertClose("gradient of " + prefix + ours, expected, of(ours).gradient(), tolerance);
  }
}
