package workbook.inference;

import workbook.transformer.Config;

/// The keys and values of all places so far, in every layer. They depend on what came before a
/// place only, so they never change: what was computed once is kept.
public final class KvCache {

  private final int capacity;
  private final int rowWidth;
  private final Rows[] keys;
  private final Rows[] values;
  private int length;

  /// Room for `capacity` places, allocated at once.
  public KvCache(Config config, int capacity, Precision precision) {
    this.capacity = capacity;
    this.rowWidth = config.width() / config.heads() * config.shared();
    this.keys = new Rows[config.layers()];
    this.values = new Rows[config.layers()];
    for (int layer = 0; layer < keys.length; layer++) {
      keys[layer] = precision.rows(Math.multiplyExact(capacity, rowWidth));
      values[layer] = precision.rows(Math.multiplyExact(capacity, rowWidth));
    }
  }

  private KvCache(KvCache other) {
    this.capacity = other.capacity;
    this.rowWidth = other.rowWidth;
    this.keys = new Rows[other.keys.length];
    this.values = new Rows[other.keys.length];
    this.length = other.length;
    for (int layer = 0; layer < keys.length; layer++) {
      keys[layer] = other.keys[layer].copy();
      values[layer] = other.values[layer].copy();
    }
  }

  /// One that goes its own way, as each beam of a beam search does.
  public KvCache copy() {
    return new KvCache(this);
  }

  /// How many places it holds.
  public int length() {
    return length;
  }

  public int capacity() {
    return capacity;
  }

  /// Keeps what a layer made of the newest place. The key is rotated already, to its own place.
  ///
  /// @throws IllegalStateException if there is no room for one more place
  void put(int layer, float[] key, float[] value) {
    if (length == capacity) {
      throw new IllegalStateException("the cache has room for %d places".formatted(capacity));
    }
    keys[layer].put(length * rowWidth, key);
    values[layer].put(length * rowWidth, value);
  }

  /// After all layers have put theirs.
  void advance() {
    length++;
  }

  /// The product of a query with the key of a place.
  ///
  /// @param head of keys and values
  float score(int layer, int place, int head, float[] query, int from, int width) {
    return keys[layer].dot(place * rowWidth + head * width, query, from, width);
  }

  /// Adds the value of a place, times its weight.
  void addValue(int layer, int place, int head, float weight, float[] to, int at, int width) {
    values[layer].addTo(place * rowWidth + head * width, weight, to, at, width);
  }

  /// How many bytes its arrays hold.
  public long bytes() {
    long bytes = 0;
    for (int layer = 0; layer < keys.length; layer++) {
      bytes += keys[layer].bytes() + values[layer].bytes();
    }
    return bytes;
  }

  /// In how many bits a number is kept.
  public enum Precision {
    FLOAT {
      @Override
      Rows rows(int size) {
        return new Rows.Floats(new float[size]);
      }
    },
    /// Half precision, in which most models are published and run.
    HALF {
      @Override
      Rows rows(int size) {
        return new Rows.Halves(new short[size]);
      }
    };

    abstract Rows rows(int size);
  }
}
