package workbook.apidecryption;

import com.oracle.js.parser.ErrorManager;
import com.oracle.js.parser.Parser;
import com.oracle.js.parser.ParserException;
import com.oracle.js.parser.ScriptEnvironment;
import com.oracle.js.parser.Source;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import workbook.lab.Refusal;

/// A file of JavaScript, and the tree that the parser of GraalJS makes of it.
record Script(String name, String text, FunctionNode tree) {

  private static final int LARGEST = 20_000_000;

  /// Reads and parses a file.
  ///
  /// @throws Refusal if it cannot be read, or is not JavaScript
  static Script read(Path file) {
    if (Files.isDirectory(file)) {
      throw new Refusal("FILE must be a file of JavaScript, and %s is a folder".formatted(file));
    }
    try {
      byte[] bytes = bytes(file);
      List<Integer> faults = Utf8.faults(bytes);
      if (!faults.isEmpty()) {
        throw new Refusal("%s is no UTF-8: byte %d".formatted(file, faults.getFirst() + 1));
      }
      return parse(file.getFileName().toString(), new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new Refusal("there is no file %s".formatted(file), e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Refusal(
            "%s has more than %d bytes, and no more are read".formatted(file, LARGEST));
      }
      return bytes;
    }
  }

  /// Parses a text as a script, and if it is none as a module.
  ///
  /// @throws Refusal if it is neither, with the place
  static Script parse(String name, String text) {
    try {
      return new Script(name, text, parser(name, text).parse());
    } catch (ParserException asScript) {
      try {
        return new Script(name, text, parser(name, text).parseModule(name));
      } catch (ParserException asModule) {
        // The one that came further knows better.
        ParserException e = asModule.getPosition() > asScript.getPosition() ? asModule : asScript;
        throw new Refusal(
            "%s: this is not JavaScript: %s"
                .formatted(place(name, text, Math.max(0, e.getPosition())), message(e)),
            e);
      }
    } catch (StackOverflowError e) {
      throw new Refusal("%s is nested too deeply".formatted(name), e);
    }
  }

  /// The parser's message without the line that it quotes.
  private static String message(ParserException e) {
    return e.getRawMessage().lines().findFirst().orElse("");
  }

  private static Parser parser(String name, String text) {
    ScriptEnvironment environment =
        ScriptEnvironment.builder()
            .ecmaScriptVersion(Integer.MAX_VALUE)
            .allowBigInt(true)
            .topLevelAwait(true)
            .importAttributes(true)
            .shebang(true)
            .build();
    return new Parser(
        environment, Source.sourceFor(name, text), new ErrorManager.ThrowErrorManager());
  }

  /// Where a node begins: file, line and column, both from 1, as a browser's developer tools count.
  String place(Node node) {
    return place(name, text, node.getStart());
  }

  private static String place(String name, String text, int offset) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return "%s:%d:%d".formatted(name, line, offset - start + 1);
  }

  /// The text of a node on one line, shortened.
  String excerpt(Node node, int most) {
    String whole = text.substring(node.getStart(), node.getFinish()).replaceAll("\\s+", " ");
    return whole.length() <= most ? whole : whole.substring(0, most - 3) + "...";
  }
}
