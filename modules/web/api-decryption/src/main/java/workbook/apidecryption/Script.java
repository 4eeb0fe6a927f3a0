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
record Script(String name, String text, Lines lines, FunctionNode tree) {

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
    Lines lines = Lines.of(text);
    try {
      return new Script(name, text, lines, parser(name, text).parse());
    } catch (ParserException asScript) {
      try {
        return new Script(name, text, lines, parser(name, text).parseModule(name));
      } catch (ParserException asModule) {
        // The one that came further knows better.
        ParserException e = asModule.getPosition() > asScript.getPosition() ? asModule : asScript;
        throw new Refusal(
            "%s: this is not JavaScript: %s"
                .formatted(name + ":" + lines.at(Math.max(0, e.getPosition())), message(e)),
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
    return name + ":" + lines.at(node.getStart());
  }

  /// The text of a node on one line, shortened.
  String excerpt(Node node, int most) {
    return excerpt(text, node.getStart(), node.getFinish(), most);
  }

  /// Reads no more than it shows: an argument may be as long as the script, and each call name it.
  static String excerpt(CharSequence text, int start, int end, int most) {
    StringBuilder line = new StringBuilder();
    boolean blank = false;
    for (int i = start; i < end && line.length() <= most; i++) {
      char next = text.charAt(i);
      boolean isBlank = " \t\n\u000b\f\r".indexOf(next) >= 0;
      if (!isBlank || !blank) {
        line.append(isBlank ? ' ' : next);
      }
      blank = isBlank;
    }
    return line.length() <= most ? line.toString() : line.substring(0, most - 3) + "...";
  }
}
