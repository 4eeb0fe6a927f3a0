package workbook.embeddings;

/// What takes a while to learn, learned once for all tests.
final class Trained {

  static final Vectors SKIP_GRAM = Embeddings.skipGram(Learned.text(), Learned.WIDTH);

  private Trained() {}
}
