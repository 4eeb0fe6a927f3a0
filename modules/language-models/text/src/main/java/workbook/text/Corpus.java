package workbook.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A text as a sequence of symbols, and its one split: the first nine tenths to learn from, the
/// last tenth to be asked about. The split is in order. A shuffled one would put the neighbours of
/// what is asked into what is learned.
///
/// @param name what a table calls it
/// @param alphabet its characters; those of the whole text, so that no model meets an unknown one
/// @param symbols the text, one number a character
/// @param split how many symbols are there to learn from; the validation text is what follows
/// @param note what a reader must be told about it, if anything
public record Corpus(
    String name, Characters alphabet, int[] symbols, int split, Optional<String> note) {

  /// The smallest text that a split leaves something of on both sides.
  private static final int SHORTEST = 10;

  /// A text of twice as many takes more memory than a JVM has by itself on most machines.
  private static final int MOST_BYTES = 1 << 28;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final char REPLACEMENT = '\uFFFD';

  /// The names of Unicode's characters.
  public static Corpus unicodeNames() {
    String text = UnicodeNames.text();
    return of("Unicode names", text, UnicodeNames.note(text));
  }

  /// Sentences of [Grammar#ENGLISH], whose entropy is known.
  public static Corpus grammar() {
    return of("grammar", Grammar.ENGLISH.sentences(20_000, 1), Optional.empty());
  }

  /// Whether it is [#grammar], whose best model is known, and not a file that has its name.
  public boolean isGrammar() {
    return name.equals("grammar") && Arrays.equals(symbols, grammar().symbols);
  }

  /// A file in UTF-8. A byte order mark at its beginning is no part of the text.
  ///
  /// @throws IllegalArgumentException if it cannot be read, is not UTF-8, with the place, or has
  ///   fewer than 10 characters or more than 256 MB
  public static Corpus file(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      checkSize(file, Files.size(file));
      // What is no plain file may have no size, and no end either.
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      checkSize(file, bytes.length);
      String text = decode(file, bytes);
      String withoutMark = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
      return of(Show.text(file.getFileName().toString()), withoutMark, Optional.empty());
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static void checkSize(Path file, long bytes) {
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%s has more than %d MB".formatted(file, MOST_BYTES >> 20));
    }
  }

  /// Any text.
  ///
  /// @throws IllegalArgumentException if it has fewer than 10 characters
  public static Corpus of(String name, String text) {
    return of(name, text, Optional.empty());
  }

  private static Corpus of(String name, String text, Optional<String> note) {
    Characters alphabet = Characters.closed(text);
    int[] symbols = alphabet.encode(text);
    if (symbols.length < SHORTEST) {
      throw new IllegalArgumentException(
          "%s has %d characters, and a text needs %d at least"
              .formatted(name, symbols.length, SHORTEST));
    }
    int split = (int) (symbols.length * 9L / 10);
    return new Corpus(name, alphabet, symbols, split, note);
  }

  /// At once, where nothing is malformed: a decoder that says where something is takes longer, and
  /// two bytes of memory a character.
  private static String decode(Path file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly(file, bytes);
  }

  /// A replacement character may be in the file, or stand for what is malformed there.
  private static String strictly(Path file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new IllegalArgumentException(
          "%s is not UTF-8: byte %02X at offset %d"
              .formatted(file, bytes[in.position()], in.position()));
    }
    return out.flip().toString();
  }

  /// What tells its text from others: 16 digits of a SHA-256.
  public String digest() {
    return UnicodeNames.digest(alphabet.decode(symbols)).substring(0, 16);
  }

  /// How many symbols the text has.
  public int length() {
    return symbols.length;
  }

  /// The part to learn from.
  public String trainingText() {
    return alphabet.decode(Arrays.copyOf(symbols, split));
  }

  /// The part to be asked about.
  public String validationText() {
    return alphabet.decode(Arrays.copyOfRange(symbols, split, symbols.length));
  }
}
