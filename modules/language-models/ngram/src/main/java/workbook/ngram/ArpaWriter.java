package workbook.ngram;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Writes an ARPA file line by line.
final class ArpaWriter {

  private final Backoff model;
  private final Ngrams ngrams;
  private final List<String> words;
  private final Writer writer;
  private final StringBuilder line = new StringBuilder();
  private final StringBuilder begin =
      new StringBuilder(); // The context's words, a blank after each.
  private int[] symbols;
  private int context;

  ArpaWriter(Backoff model, List<String> words, Writer writer) {
    this.model = model;
    this.ngrams = model.ngrams();
    this.words = words;
    this.writer = writer;
  }

  void write() throws IOException {
    writer.write("\n\\data\\\n"); // IRSTLM looks for the second line.
    for (int k = 1; k <= model.order(); k++) {
      writer.write("ngram %d=%d\n".formatted(k, ngrams.grams(k)));
    }
    for (int k = 1; k <= model.order(); k++) {
      writer.write("\n\\%d-grams:\n".formatted(k));
      writeGrams(k);
    }
    writer.write("\n\\end\\\n");
  }

  /// Those that begin alike together, as IRSTLM needs them: so the words of a context are put
  /// together once for all of its n-grams.
  private void writeGrams(int k) throws IOException {
    symbols = new int[k];
    context = -1;
    for (int gram : Dictionary.of(ngrams, k)) {
      writeGram(k, gram);
    }
  }

  private void writeGram(int k, int gram) throws IOException {
    if (ngrams.contextOf(k, gram) != context) {
      begin(k, ngrams.contextOf(k, gram));
    }
    symbols[k - 1] = ngrams.symbolOf(k, gram);
    line.setLength(0);
    append(model.log(k, gram));
    line.append('\t').append(begin).append(words.get(symbols[k - 1]));
    int own = k < model.order() ? ngrams.context(symbols) : -1;
    if (own >= 0) {
      line.append('\t').append(model.weight(k, own));
    }
    writer.append(line.append('\n'));
  }

  private void begin(int k, int next) {
    context = next;
    ngrams.spell(k - 1, context, symbols);
    begin.setLength(0);
    for (int i = 0; i < k - 1; i++) {
      begin.append(words.get(symbols[i])).append(' ');
    }
  }

  /// In digits, or as C prints the logarithm of 0.
  private void append(float log) {
    if (log == Float.NEGATIVE_INFINITY) {
      line.append("-inf");
    } else {
      line.append(log);
    }
  }
}
