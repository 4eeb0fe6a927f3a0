package workbook.apidecryption;

import workbook.exercise.Todo;

/// A key, as the browser's console shows it.
final class WordBytes {

  private WordBytes() {}

  /// The bytes of a `WordArray`, which the console shows as `{words: [808530483, 875902519],
  /// sigBytes: 8}`. Each word holds four bytes, the first of them in its highest bits. The console
  /// may show a word as a negative number, or as its value without a sign: -1 and 4294967295 are
  /// the same.
  ///
  /// @param words at least as many as the bytes fill
  /// @param sigBytes how many of the bytes count, from the first on
  static byte[] bytes(long[] words, int sigBytes) {
    return Todo.todo("api-decryption/1");
  }
}
