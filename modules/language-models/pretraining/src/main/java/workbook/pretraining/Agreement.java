package workbook.pretraining;

import java.util.Optional;
import workbook.pretraining.Language.Kind;
import workbook.pretraining.Language.Word;

/// What is true of a sentence: whether each verb agrees with its subject. It reads the words from
/// left to right, and does not know how the sentence was made.
final class Agreement {

  private final int[] tokens;
  private int at = 1; // Behind Language.START.

  private Agreement(int[] tokens) {
    this.tokens = tokens;
  }

  /// Whether it is a sentence of the language, whole, and every verb agrees.
  static boolean holds(int... tokens) {
    Agreement reader = new Agreement(tokens);
    return reader.sentence() && reader.at == tokens.length;
  }

  private boolean sentence() {
    Optional<Word> subject = phrase();
    return subject.isPresent() && predicate(subject.get().many()) && take(Language.STOP);
  }

  /// A noun, its adjectives before it, and perhaps `that` with who does what to it.
  private Optional<Word> phrase() {
    if (!take("the")) {
      return Optional.empty();
    }
    while (next().filter(word -> word.kind() == Kind.ADJECTIVE).isPresent()) {
      at++;
    }
    Optional<Word> noun = next().filter(word -> word.kind() == Kind.NOUN);
    if (noun.isEmpty()) {
      return noun;
    }
    at++;
    if (!take("that")) {
      return noun;
    }
    return phrase().filter(subject -> verb(Kind.DOES_TO, subject.many())).flatMap(_ -> noun);
  }

  private boolean predicate(boolean many) {
    return verb(Kind.DOES, many) || verb(Kind.DOES_TO, many) && phrase().isPresent();
  }

  private boolean verb(Kind kind, boolean many) {
    boolean agrees = next().filter(word -> word.kind() == kind && word.many() == many).isPresent();
    at += agrees ? 1 : 0;
    return agrees;
  }

  private boolean take(String text) {
    boolean there = next().filter(word -> word.text().equals(text)).isPresent();
    at += there ? 1 : 0;
    return there;
  }

  private Optional<Word> next() {
    return at < tokens.length && tokens[at] >= Language.FIRST_WORD
        ? Optional.of(Language.word(tokens[at]))
        : Optional.empty();
  }
}
