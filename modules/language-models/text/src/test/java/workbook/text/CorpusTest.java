package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A corpus")
class CorpusTest {

  @TempDir Path folder;

  @Test
  @DisplayName("is split in order, nine tenths to one")
  void split() {
    Corpus corpus = Corpus.of("ten and nine", "abcdefghijklmnopqrs");
    // 19 * 9 / 10 = 17.1
    assertThat(corpus.split()).isEqualTo(17);
    assertThat(corpus.trainingText()).isEqualTo("abcdefghijklmnopq");
    assertThat(corpus.validationText()).isEqualTo("rs");
  }

  @Test
  @DisplayName("of 1,115,394 characters is split as nanoGPT does it")
  void nanoGpt() {
    // Its data/shakespeare_char/prepare.py says: train has 1,003,854 tokens, val has 111,540.
    Corpus corpus = Corpus.of("as long as tinyshakespeare", "ab".repeat(557_697));
    assertThat(corpus.split()).isEqualTo(1_003_854);
    assertThat(corpus.length() - corpus.split()).isEqualTo(111_540);
  }

  @Test
  @DisplayName("counts characters, not chars or bytes")
  void characters() {
    Corpus corpus = Corpus.of("ten", "语言模型🙂🙂🙂🙂🙂🙂");
    assertThat(corpus.length()).isEqualTo(10);
    assertThat(corpus.alphabet().size()).isEqualTo(5);
  }

  @Test
  @DisplayName("from a file keeps every character")
  void file() throws IOException {
    String text = "first\uFEFF line\r\nsecond\t语言\n\n";
    Path file = Files.writeString(folder.resolve("a.txt"), text);
    Corpus corpus = Corpus.file(file);
    assertThat(corpus.alphabet().decode(corpus.symbols())).isEqualTo(text);
    assertThat(corpus.name()).isEqualTo("a.txt");
  }

  @Test
  @DisplayName("from a file has no byte order mark, which would be a symbol of its own")
  void byteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "\uFEFFten letters");
    Corpus corpus = Corpus.file(file);
    assertThat(corpus.alphabet().decode(corpus.symbols())).isEqualTo("ten letters");
  }

  @Test
  @DisplayName("has a name that a terminal can print")
  void name() throws IOException {
    Path file = Files.writeString(folder.resolve("a\u001b[2J.txt"), "ten letters");
    assertThat(Corpus.file(file).name()).isEqualTo("a\\u001B[2J.txt");
  }

  @Test
  @DisplayName("is refused where there is none, or none in UTF-8, or too little")
  void refused() throws IOException {
    Path missing = folder.resolve("missing.txt");
    assertThatThrownBy(() -> Corpus.file(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no file " + missing);
    assertThatThrownBy(() -> Corpus.file(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(folder + " cannot be read: ");
    Path large = folder.resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((1 << 28) + 1);
    }
    assertThatThrownBy(() -> Corpus.file(large))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(large + " has more than 256 MB");
    Path latin1 =
        Files.write(folder.resolve("latin1.txt"), new byte[] {'c', 'a', 'f', (byte) 0xE9, '\n'});
    assertThatThrownBy(() -> Corpus.file(latin1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(latin1 + " is not UTF-8: byte E9 at offset 3");
    Path cut = Files.write(folder.resolve("cut.txt"), new byte[] {'a', (byte) 0xE8, (byte) 0xAF});
    assertThatThrownBy(() -> Corpus.file(cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(cut + " is not UTF-8: byte E8 at offset 1");
    Path brief = Files.writeString(folder.resolve("brief.txt"), "123456789");
    assertThatThrownBy(() -> Corpus.file(brief))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("brief.txt has 9 characters, and a text needs 10 at least");
  }

  @Test
  @DisplayName("may have the character that stands for what is malformed elsewhere")
  void replacementCharacter() throws IOException {
    Path file = Files.writeString(folder.resolve("replaced.txt"), "a question: \uFFFD?");
    assertThat(Corpus.file(file).trainingText()).isEqualTo("a question: ");
    assertThat(Corpus.file(file).validationText()).isEqualTo("\uFFFD?");
  }
}
