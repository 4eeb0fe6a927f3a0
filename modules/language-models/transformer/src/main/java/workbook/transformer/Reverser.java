package workbook.transformer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A model that is to write words backwards: from `tree` and a mark, `eert` and a mark.
///
/// Words are letters from 0 to 25. Where words of different lengths stand side by side, the rest is
/// filled with marks.
interface Reverser {

  int MARK = 26;
  int VOCABULARY = MARK + 1;

  /// The longest word that can be read.
  int LONGEST = 8;

  Map<String, Tensor> parameters();

  /// The scores of every token at every place of the answers, one behind the other: `[places,
  /// vocabulary]`. At each place the model is given what is right before it.
  Tensor answers(Tape t, List<int[]> words);

  /// What is right there: each word backwards, and a mark.
  static int[] right(List<int[]> words) {
    return words.stream().flatMapToInt(word -> Arrays.stream(reversed(word))).toArray();
  }

  private static int[] reversed(int... word) {
    int n = word.length;
    return IntStream.rangeClosed(0, n).map(i -> i == n ? MARK : word[n - 1 - i]).toArray();
  }

  private static int[] lengths(List<int[]> words) {
    return words.stream().mapToInt(word -> word.length).toArray();
  }

  /// Rows of some places of all sequences.
  private static Tensor rows(Tape t, Tensor logits, int... places) {
    Tensor all = t.reshape(logits, logits.size(0) * logits.size(1), VOCABULARY);
    return t.reshape(t.embedding(all, places, 1, places.length), places.length, VOCABULARY);
  }

  /// One stack reads and writes: the word, a mark and the answer are one text.
  ///
  /// @param prefix whether it reads the word in both directions
  record OneStack(Model model, boolean prefix) implements Reverser {

    /// A word, a mark, and the answer without its mark.
    static final int TIME = 2 * LONGEST + 1;

    @Override
    public Map<String, Tensor> parameters() {
      return model.parameters();
    }

    @Override
    public Tensor answers(Tape t, List<int[]> words) {
      int[] ids = new int[words.size() * TIME];
      Arrays.fill(ids, MARK);
      IntStream.Builder places = IntStream.builder();
      for (int row = 0; row < words.size(); row++) {
        int[] word = words.get(row);
        int start = row * TIME;
        System.arraycopy(word, 0, ids, start, word.length);
        System.arraycopy(reversed(word), 0, ids, start + word.length + 1, word.length);
        IntStream.rangeClosed(word.length, 2 * word.length).forEach(i -> places.add(start + i));
      }
      Mask mask = prefix ? Mask.causal().or(Mask.padding(lengths(words))) : Mask.causal();
      Tensor read = model.read(t, ids, words.size(), mask);
      return rows(t, model.score(t, read), places.build().toArray());
    }
  }

  /// One stack reads, another writes.
  record TwoStacks(EncoderDecoder model) implements Reverser {

    /// A mark and the answer without its mark.
    static final int TIME = LONGEST + 1;

    @Override
    public Map<String, Tensor> parameters() {
      return model.parameters();
    }

    @Override
    public Tensor answers(Tape t, List<int[]> words) {
      int batch = words.size();
      int[] written = new int[batch * TIME];
      Arrays.fill(written, MARK);
      IntStream.Builder places = IntStream.builder();
      for (int row = 0; row < batch; row++) {
        int n = words.get(row).length;
        int start = row * TIME;
        System.arraycopy(reversed(words.get(row)), 0, written, start + 1, n);
        IntStream.rangeClosed(start, start + n).forEach(places::add);
      }
      Mask seen = Mask.padding(lengths(words));
      Tensor logits = model.logits(t, written, batch, read(t, words), seen);
      return rows(t, logits, places.build().toArray());
    }

    private Tensor read(Tape t, List<int[]> words) {
      int[] input = new int[words.size() * LONGEST];
      Arrays.fill(input, MARK);
      for (int row = 0; row < words.size(); row++) {
        System.arraycopy(words.get(row), 0, input, row * LONGEST, words.get(row).length);
      }
      return model.read(t, input, words.size(), Mask.padding(lengths(words)));
    }

    /// How much the last block looks at each letter as it writes the answer: `[1, heads, places,
    /// letters]`, with a place for each letter and the mark.
    Tensor weights(Tape t, int... word) {
      int[] answer = reversed(word);
      int[] written = new int[answer.length];
      written[0] = MARK;
      System.arraycopy(answer, 0, written, 1, word.length);
      Mask all = Mask.bidirectional();
      return model.weights(t, written, 1, model.read(t, word, 1, all), all);
    }
  }
}
