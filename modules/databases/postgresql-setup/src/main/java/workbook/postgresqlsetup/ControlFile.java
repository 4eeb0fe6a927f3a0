package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// `global/pg_control` of PostgreSQL 18: 8192 bytes, of which the first 296 tell where recovery
/// begins, and hold together by a checksum. The layout is that of `ControlFileData` in
/// `catalog/pg_control.h`, and in the byte order of the machine.
///
/// @param version of the layout: 1800
/// @param redo where in the log recovery begins
/// @param timeline on which
/// @param segmentSize of the write-ahead log's files
record ControlFile(int version, long redo, int timeline, int segmentSize) {

  static final String NAME = "global/pg_control";

  private static final int VERSION = 1800;
  private static final int CHECKSUM_AT = 292;

  /// What cannot be read as a control file of PostgreSQL 18.
  static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(String message) {
      super(message);
    }
  }

  /// @throws Damaged if it is missing, too short, of another version, or its checksum is wrong
  static ControlFile read(Path data) throws Damaged {
    Path file = data.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new Damaged(NAME + " is missing");
    }
    try {
      return of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws Damaged if the bytes are too few, of another version, or their checksum is wrong
  static ControlFile of(byte[] bytes) throws Damaged {
    if (bytes.length < CHECKSUM_AT + 4) {
      throw new Damaged("%s has %d bytes only".formatted(NAME, bytes.length));
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, CHECKSUM_AT);
    int version = fields.getInt(8);
    if ((int) checksum.getValue() != fields.getInt(CHECKSUM_AT)) {
      throw new Damaged(
          "%s does not match its checksum, which is %08x and should be %08x"
              .formatted(NAME, fields.getInt(CHECKSUM_AT), checksum.getValue()));
    }
    if (version != VERSION) {
      throw new Damaged("%s has the version %d".formatted(NAME, version));
    }
    return new ControlFile(version, fields.getLong(40), fields.getInt(48), fields.getInt(228));
  }

  /// The file of the write-ahead log that recovery begins in: timeline, and the number of the
  /// segment in two parts, of which the lower one counts within 4 GB.
  String walFile() {
    long segment = redo / segmentSize;
    long each = 0x1_0000_0000L / segmentSize;
    return "%08X%08X%08X".formatted(timeline, segment / each, segment % each);
  }
}
