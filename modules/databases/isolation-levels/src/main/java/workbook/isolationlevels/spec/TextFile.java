package workbook.isolationlevels.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import workbook.engine.EngineException;

/// A reader's file of text.
public final class TextFile {

  /// No SQL that somebody wrote is as long.
  private static final int MOST = 1 << 24;

  private TextFile() {}

  /// Reads a file in UTF-8, without the byte order mark of an editor.
  ///
  /// @throws EngineException if it is not there, too long, or not in UTF-8
  public static String read(Path file) {
    byte[] bytes = bytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new EngineException("%s is not in UTF-8; save it so".formatted(file), e);
    }
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new EngineException("%s has more than %d MB".formatted(file, MOST >> 20));
      }
      return bytes;
    } catch (IOException e) {
      throw new EngineException("there is no readable file " + file, e);
    }
  }
}
