package workbook.transformer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import workbook.autograd.Tensor;
import workbook.topictest.Near;

/// Our names of a block's parameters, by those of PyTorch's `TransformerEncoderLayer`, in which
/// queries, keys and values are one matrix.
final class TorchLayer {

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Model model;
  private final String prefix;

  TorchLayer(Model model, String prefix) {
    this.model = model;
    this.prefix = prefix;
    names.put("self_attn.out_proj.weight", "output.weight");
    names.put("self_attn.out_proj.bias", "output.bias");
    names.put("linear1.weight", "up.weight");
    names.put("linear1.bias", "up.bias");
    names.put("linear2.weight", "down.weight");
    names.put("linear2.bias", "down.bias");
    names.put("norm1.weight", "first.gain");
    names.put("norm1.bias", "first.bias");
    names.put("norm2.weight", "second.gain");
    names.put("norm2.bias", "second.bias");
  }

  private Tensor of(String name) {
    return model.parameters().get(prefix + name);
  }

  void load(String from) {
    names.forEach((theirs, ours) -> copy(Numbers.GOLDEN.floats(from + theirs), 0, of(ours)));
    for (String kind : new String[] {"weight", "bias"}) {
      float[] all = Numbers.GOLDEN.floats(from + "self_attn.in_proj_" + kind);
      copy(all, 0, of("query." + kind));
      copy(all, all.length / 3, of("key." + kind));
      copy(all, all.length / 3 * 2, of("value." + kind));
    }
  }

  private static void copy(float[] from, int at, Tensor to) {
    System.arraycopy(from, at, to.data(), 0, to.size());
  }

  void assertGradients(String from, double tolerance) {
    names.forEach((theirs, ours) ->
        Near.assertClose(
            "gradient of " + prefix + ours,
            Numbers.GOLDEN.floats(from + theirs),
            of(ours).gradient(),
            tolerance));
    for (String kind : new String[] {"weight", "bias"}) {
      float[] all = Numbers.GOLDEN.floats(from + "self_attn.in_proj_" + kind);
      int third = all.length / 3;
      int part = 0;
      for (String ours : new String[] {"query.", "key.", "value."}) {
        Near.assertClose(
            "gradient of " + prefix + ours + kind,
            Arrays.copyOfRange(all, part * third, (part + 1) * third),
            of(ours + kind).gradient(),
            tolerance);
        part++;
      }
    }
  }
}
