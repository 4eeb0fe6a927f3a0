package workbook.inference;

import java.util.List;
import java.util.Map;
import workbook.transformer.Style;

/// Puts a decoder's parts together from its parameters.
///
/// @param matrices where each matrix is noted down
record Loading(Spec spec, Parameters parameters, Decoder.Form form, List<Weights> matrices) {

  Layer layer(String prefix) {
    Style style = spec.config().style();
    return new Layer(
        norm(prefix + "first"),
        affine(prefix + "query"),
        affine(prefix + "key"),
        affine(prefix + "value"),
        affine(prefix + "output"),
        norm(prefix + "second"),
        style.gated() ? affine(prefix + "gate") : null,
        affine(prefix + "up"),
        affine(prefix + "down"),
        style.activation());
  }

  RowNorm norm(String name) {
    return new RowNorm(
        spec.config().style().rms(),
        parameters.get(name + ".gain"),
        vector(name + ".bias"),
        spec.epsilon());
  }

  private Affine affine(String name) {
    return new Affine(matrix(name + ".weight"), vector(name + ".bias"));
  }

  Weights matrix(String name) {
    int[] shape = spec.config().shapes().get(name);
    Weights matrix = form.of(parameters.get(name), shape[0], shape[1]);
    matrices.add(matrix);
    return matrix;
  }

  private float[] vector(String name) {
    Map<String, int[]> shapes = spec.config().shapes();
    return shapes.containsKey(name) ? parameters.get(name) : new float[0];
  }
}
