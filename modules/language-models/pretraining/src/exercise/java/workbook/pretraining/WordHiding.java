package workbook.pretraining;

import java.util.random.RandomGenerator;
import workbook.exercise.Todo;

/// What BERT does to a text before it reads it.
final class WordHiding {

  /// Tokens below this are marks, and no words: `[PAD]`, `[MASK]`, `[CLS]`.
  static final int FIRST_WORD = 3;

  /// The mark `[MASK]`.
  static final int MASK = 1;

  private WordHiding() {}

  /// Chooses each word with a probability of 15 %. A word that was chosen becomes [#MASK] with 80
  /// %, a word drawn from all words with 10 %, and stays as it is with 10 %. Marks are never
  /// chosen.
  ///
  /// @param tokens changed in place
  /// @param size how many tokens there are; words are the tokens from [#FIRST_WORD] to `size - 1`
  /// @return which places were chosen: those are asked for, whatever became of the word
  static boolean[] hide(int[] tokens, int size, RandomGenerator random) {
    return Todo.todo("pretraining/2");
  }
}
