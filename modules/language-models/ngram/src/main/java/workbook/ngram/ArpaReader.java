package workbook.ngram;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import workbook.text.Show;

/// Reads an ARPA file line by line, and says of a malformed one which line it is and why.
final class ArpaReader {

  /// A decimal number, as programs print one. [Float#parseFloat] takes more, such as 0.5f.
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

  private final String name;
  private final BufferedReader reader;
  private final List<Integer> sizes = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private Ngrams ngrams;
  private float[][] logs;
  private float[][] weights;
  private int number;
  private String line;

  ArpaReader(String name, BufferedReader reader) {
    this.name = name;
    this.reader = reader;
  }

  Arpa.Named read() throws IOException {
    do {
      advance("\\data\\");
    } while (!line.equals("\\data\\"));
    readSizes();
    int order = sizes.size();
    ngrams = new Ngrams(sizes.getFirst(), order);
    logs = new float[order + 1][0];
    weights = new float[order][0];
    for (int k = 1; k <= order; k++) {
      readGrams(k);
    }
    require(line.equals("\\end\\"), "\\end\\ was due, and there is: %s", line);
    requireNothingMore();
    for (int length = 0; length < order; length++) {
      weights[length] = Arrays.copyOf(weights[length], ngrams.contexts(length));
    }
    return new Arpa.Named(new Backoff(ngrams, logs, weights), List.copyOf(words));
  }

  private void readSizes() throws IOException {
    advance("ngram 1=");
    while (line.startsWith("ngram ")) {
      String[] parts = line.substring("ngram ".length()).split("=", 2);
      int k = sizes.size() + 1;
      require(
          parts.length == 2 && parts[0].strip().equals(String.valueOf(k)),
          "ngram %d= was due, and there is: %s",
          k,
          line);
      sizes.add(integer(parts[1].strip()));
      advance("\\1-grams:");
    }
    require(!sizes.isEmpty(), "ngram 1= was due, and there is: %s", line);
    require(sizes.getFirst() > 0, "a model has one word at least");
  }

  private int integer(String text) {
    try {
      int value = Integer.parseInt(text);
      require(value >= 0, "a number of n-grams is 0 or more, and there is: %s", text);
      return value;
    } catch (NumberFormatException e) {
      throw malformed("a number of n-grams was due, and there is: " + text, e);
    }
  }

  private void readGrams(int k) throws IOException {
    String section = "\\%d-grams:".formatted(k);
    require(line.equals(section), "%s was due, and there is: %s", section, line);
    // Not as long as the file says that it will be: a line is cheap to write, and memory is not.
    logs[k] = new float[16];
    advance("a %d-gram".formatted(k));
    while (!line.startsWith("\\")) {
      readGram(k, line.split("[ \t]+"));
      advance("\\end\\");
    }
    require(
        ngrams.grams(k) == sizes.get(k - 1),
        "%d %d-grams were announced, and there are %d",
        sizes.get(k - 1),
        k,
        ngrams.grams(k));
    logs[k] = Arrays.copyOf(logs[k], ngrams.grams(k));
  }

  private void readGram(int k, String[] fields) {
    require(
        fields.length == k + 1 || fields.length == k + 2,
        "a logarithm, %d word%s and perhaps a weight were due, and there are %d fields",
        k,
        k == 1 ? "" : "s",
        fields.length);
    float log = logarithm(fields[0]);
    require(log <= 0, "a probability is at most 1, and its logarithm at most 0: %s", fields[0]);
    int[] gram = new int[k];
    for (int i = 0; i < k; i++) {
      gram[i] = k == 1 ? newWord(fields[1]) : knownWord(fields[i + 1]);
    }
    int context = ngrams.addContext(Arrays.copyOf(gram, k - 1));
    int before = ngrams.grams(k);
    int added = ngrams.addGram(k, context, gram[k - 1]);
    require(added == before, "this %d-gram is there twice", k);
    logs[k] = with(logs[k], added, log);
    if (fields.length == k + 2) {
      readWeight(k, gram, fields[k + 1]);
    }
  }

  private void readWeight(int k, int[] gram, String field) {
    float weight = logarithm(field);
    require(Float.isFinite(weight), "a weight is finite, and there is: %s", field);
    if (k < sizes.size()) {
      int own = ngrams.addContext(gram);
      weights[k] = with(weights[k], own, weight);
    } else {
      require(
          weight == 0,
          "the longest n-grams are no context, their weight is 0, and there is: %s",
          field);
    }
  }

  private int newWord(String word) {
    require(numbers.putIfAbsent(word, words.size()) == null, "%s is there twice", word);
    require(
        words.size() < sizes.getFirst(),
        "%d 1-grams were announced, and there are more",
        sizes.getFirst());
    words.add(word);
    return words.size() - 1;
  }

  private int knownWord(String word) {
    Integer known = numbers.get(word);
    require(known != null, "%s is not among the 1-grams", word);
    return known;
  }

  private float logarithm(String text) {
    if (text.equals("-inf")) {
      return Float.NEGATIVE_INFINITY;
    }
    require(NUMBER.matcher(text).matches(), "a logarithm was due, and there is: %s", text);
    return Float.parseFloat(text);
  }

  private static float[] with(float[] values, int index, float value) {
    float[] result = index < values.length ? values : Arrays.copyOf(values, index + index / 2 + 16);
    result[index] = value;
    return result;
  }

  /// Goes to the next line that is not empty.
  private void advance(String due) throws IOException {
    next();
    require(line != null, "the file ends, and %s was due", due);
  }

  private void requireNothingMore() throws IOException {
    next();
    require(line == null, "the file ends with \\end\\, and there is: %s", line);
  }

  /// The next line that is not empty; null at the end of the file.
  private void next() throws IOException {
    do {
      line = reader.readLine();
      number++;
    } while (line != null && line.isBlank());
    line = line == null ? null : line.strip();
  }

  /// The reason is put together only where there is one: this is asked several times a line.
  private void require(boolean condition, String reason, Object... values) {
    if (!condition) {
      throw malformed(reason.formatted(values), null);
    }
  }

  private IllegalArgumentException malformed(String reason, Exception cause) {
    return new IllegalArgumentException(
        "%s:%d: %s".formatted(name, number, Show.text(reason)), cause);
  }
}
