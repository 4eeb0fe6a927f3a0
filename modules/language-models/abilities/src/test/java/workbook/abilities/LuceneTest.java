package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static workbook.topictest.Near.assertNear;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Lucene 10.6.0 itself, in memory.
@DisplayName("BM25 by hand beside Lucene's")
class LuceneTest {

  private static final String FIELD = "text";

  private static final class Words extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer tokenizer = new StandardTokenizer();
      return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
    }
  }

  private static double[] lucene(List<String> texts, String... queries) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        Words analyzer = new Words()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (String text : texts) {
          Document document = new Document();
          document.add(new TextField(FIELD, text, Field.Store.NO));
          writer.addDocument(document);
        }
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity());
        double[] scores = new double[texts.size() * queries.length];
        for (int i = 0; i < queries.length; i++) {
          BooleanQuery.Builder query = new BooleanQuery.Builder();
          for (String word : queries[i].split(" ")) {
            query.add(new TermQuery(new Term(FIELD, word)), BooleanClause.Occur.SHOULD);
          }
          for (ScoreDoc hit : searcher.search(query.build(), texts.size()).scoreDocs) {
            scores[i * texts.size() + hit.doc] = hit.score;
          }
        }
        return scores;
      }
    }
  }

  private static void assertScores(
      List<String> texts, Bm25.Lengths lengths, double relative, String... queries)
      throws IOException {
    double[] expected = lucene(texts, queries);
    Bm25 index = new Bm25(texts, lengths);
    for (int i = 0; i < queries.length; i++) {
      double[] scores = index.scores(queries[i]);
      for (int text = 0; text < scores.length; text++) {
        double of = expected[i * scores.length + text];
        assertNear(
            "text %d for '%s'".formatted(text, queries[i]),
            of,
            scores[text],
            relative * Math.max(1, of));
      }
    }
  }

  @Test
  @DisplayName("the five texts of the page, to 1e-6")
  void five() throws IOException {
    String[] queries = {"cat", "cat mat", "the", "pets", "cat cat", "dragon"};
    assertScores(Bm25Scores.TEXTS, Bm25.Lengths.EXACT, 1e-6, queries);
    double[] scores =
        lucene(Bm25Scores.TEXTS, LuceneNumbers.SCORES.keySet().toArray(String[]::new));
    double[] kept =
        LuceneNumbers.SCORES.values().stream().flatMapToDouble(Arrays::stream).toArray();
    assertThat(scores).containsExactly(kept, within(1e-7));
  }

  /// Up to 40 words both ways of keeping a length are the same.
  @Test
  @DisplayName("random texts of up to 40 words, to 1e-6")
  void random() throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      List<String> texts = texts(seed, 40);
      for (Bm25.Lengths lengths : Bm25.Lengths.values()) {
        assertScores(texts, lengths, 1e-6, "w1 w2", "w3 w3 w40", "w0");
      }
    }
  }

  @Test
  @DisplayName("random texts of up to 1000 words, to 1e-6 if lengths are kept in a byte")
  void longer() throws IOException {
    for (int seed = 1; seed <= 2; seed++) {
      assertScores(texts(seed, 1000), Bm25.Lengths.BYTE, 1e-6, "w1 w2", "w3 w3 w40", "w0");
    }
  }

  /// 41 is kept as 40, so the text passes for shorter, and its score is higher.
  @Test
  @DisplayName("a text of 41 words: not to 1e-6 with its exact length")
  void trap() throws IOException {
    List<String> texts = Lengths.texts(41);
    double expected = lucene(texts, "cat")[1];
    double exact = new Bm25(texts, Bm25.Lengths.EXACT).scores("cat")[1];
    assertThat(expected - exact).isGreaterThan(1e-4);
    assertScores(texts, Bm25.Lengths.BYTE, 1e-6, "cat");
  }

  @Test
  @DisplayName("what a byte keeps of every length up to 100,000 is what SmallFloat keeps")
  void lengths() {
    int[] all = IntStream.rangeClosed(0, 100_000).toArray();
    assertThat(Arrays.stream(all).map(Bm25.Lengths.BYTE::kept).toArray())
        .isEqualTo(
            Arrays.stream(all)
                .map(length -> SmallFloat.byte4ToInt(SmallFloat.intToByte4(length)))
                .toArray());
  }

  /// Of a text without words Lucene keeps no length, and does not count it.
  @Test
  @DisplayName("texts without words count nowhere")
  void empty() throws IOException {
    assertScores(
        List.of("a cat", "", "...", "a dog and a cat"), Bm25.Lengths.EXACT, 1e-6, "cat", "dog");
  }

  private static List<String> texts(int seed, int longest) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.concat(
            Stream.of(String.join(" ", Collections.nCopies(longest, "w0"))),
            IntStream.range(0, 12)
                .mapToObj(_ ->
                    IntStream.range(0, random.nextInt(1, longest + 1))
                        .mapToObj(_ -> "w" + random.nextInt(60))
                        .collect(Collectors.joining(" "))))
        .toList();
  }
}
