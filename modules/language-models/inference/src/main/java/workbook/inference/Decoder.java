package workbook.inference;

import java.util.ArrayList;
import java.util.List;
import workbook.kernels.FloatKernels;
import workbook.transformer.Alibi;
import workbook.transformer.Config;
import workbook.transformer.Style;

/// A GPT or a LLaMA that reads one token at a time. What the places before it left in the cache is
/// all that it needs of them.
///
/// The same numbers as [workbook.transformer.Model], in plain loops. For one thread.
public final class Decoder {

  /// How the numbers of a matrix are kept.
  @FunctionalInterface
  public interface Form {
    Weights of(float[] numbers, int outputs, int inputs);
  }

  private final Spec spec;
  private final Config config;
  private final int headWidth;
  private final Weights tokens;
  private final Weights positions;
  private final List<Layer> layers = new ArrayList<>();
  private final RowNorm norm;
  private final Weights output;
  private final double[] slopes;
  private final List<Weights> matrices = new ArrayList<>();
  private long products;

  /// @param form of all matrices; vectors, which are few, stay floats
  public Decoder(Spec spec, Parameters parameters, Form form) {
    this.spec = spec;
    this.config = spec.config();
    this.headWidth = config.width() / config.heads();
    Style style = config.style();
    Loading loading = new Loading(spec, parameters, form, matrices);
    this.tokens = loading.matrix("token");
    this.positions =
        style.positions() == Style.Positions.LEARNED ? loading.matrix("position") : null;
    for (int layer = 0; layer < config.layers(); layer++) {
      layers.add(loading.layer(layer + "."));
    }
    this.norm = loading.norm("norm");
    this.output = style.tied() ? tokens : loading.matrix("output.weight");
    this.slopes =
        style.positions() == Style.Positions.ALIBI
            ? Alibi.slopes(config.heads())
            : new double[config.heads()];
  }

  public Spec spec() {
    return spec;
  }

  /// Reads a token at the place behind those in the cache, and scores every token to come next.
  ///
  /// @throws IllegalArgumentException if it is no token, or positions were learned for fewer places
  public float[] next(int token, KvCache cache) {
    return score(read(token, cache));
  }

  /// Reads a token.
  ///
  /// @return what the blocks make of its place
  float[] read(int token, KvCache cache) {
    float[] x = embed(token, cache.length());
    for (int layer = 0; layer < layers.size(); layer++) {
      Layer block = layers.get(layer);
      add(x, attend(layer, block.first().apply(x), cache));
      add(x, block.think(block.second().apply(x)));
      products += block.products();
    }
    cache.advance();
    return x;
  }

  /// The scores of all tokens to come next.
  float[] score(float[] x) {
    float[] logits = new float[config.vocabulary()];
    output.multiply(norm.apply(x), logits);
    products += (long) config.vocabulary() * config.width();
    return logits;
  }

  private float[] embed(int token, int place) {
    if (token < 0 || token >= config.vocabulary()) {
      throw new IllegalArgumentException(
          "there is no token %d, they are 0 to %d".formatted(token, config.vocabulary() - 1));
    }
    float[] x = new float[config.width()];
    tokens.row(token, x);
    if (positions != null) {
      if (place >= config.context()) {
        throw new IllegalArgumentException(
            "place %d, and positions were learned for %d".formatted(place, config.context()));
      }
      float[] position = new float[config.width()];
      positions.row(place, position);
      add(x, position);
    }
    return x;
  }

  /// The query of this place meets the keys of all places up to it. Only its own are new.
  private float[] attend(int layer, float[] x, KvCache cache) {
    Layer block = layers.get(layer);
    int place = cache.length();
    float[] query = turned(block.query().apply(x), place);
    cache.put(layer, turned(block.key().apply(x), place), block.value().apply(x));
    float[] found = new float[config.width()];
    float[] weights = new float[place + 1];
    for (int head = 0; head < config.heads(); head++) {
      int shared = head / (config.heads() / config.shared());
      int at = head * headWidth;
      for (int key = 0; key <= place; key++) {
        float product = cache.score(layer, key, shared, query, at, headWidth);
        weights[key] = (float) (product / Math.sqrt(headWidth) - slopes[head] * (place - key));
      }
      FloatKernels.best().softmax(weights, weights, place + 1, 0, 1);
      for (int key = 0; key <= place; key++) {
        cache.addValue(layer, key, shared, weights[key], found, at, headWidth);
      }
    }
    products += 2L * config.width() * (place + 1);
    return block.output().apply(found);
  }

  /// Rotates each head to its place, where positions are rotary.
  private float[] turned(float[] x, int place) {
    if (config.style().positions() == Style.Positions.ROTARY) {
      int half = headWidth / 2;
      for (int pair = 0; pair < half; pair++) {
        double angle = place * StrictMath.pow(spec.ropeBase(), -2.0 * pair / headWidth);
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int i = pair; i < x.length; i += headWidth) {
          double a = x[i];
          double b = x[i + half];
          x[i] = (float) (a * cos - b * sin);
          x[i + half] = (float) (b * cos + a * sin);
        }
      }
    }
    return x;
  }

  private static void add(float[] x, float[] y) {
    for (int i = 0; i < x.length; i++) {
      x[i] += y[i];
    }
  }

  /// How many products of two numbers its matrices and its attention took so far.
  public long products() {
    return products;
  }

  /// How many bytes all matrices take.
  public long bytes() {
    return matrices.stream().mapToLong(Weights::bytes).sum();
  }
}
