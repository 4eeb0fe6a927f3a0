package workbook.answers.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the process in which an answer runs tells the one that asked for its verdict.
record Event(Kind kind, List<String> texts) {

  enum Kind {
    /// A test begins: its name.
    STARTED(1),
    /// A test passed: its name.
    PASSED(1),
    /// A test reached a stub: its name.
    SKIPPED(1),
    /// A test failed: its name, the explanation, the place.
    FAILED(3),
    /// A test did not come to its end, and why: the explanation, the place.
    BROKEN(2),
    /// How many tests there are.
    COUNTED(1),
    /// What the answer printed.
    PRINTED(1),
    /// What the answer left running: threads and processes.
    LEFT(1),
    /// All has been said, and the process can run another answer.
    READY(0),
    /// All has been said, and the process must not run another answer.
    SPOILT(0);

    private final int texts;

    Kind(int texts) {
      this.texts = texts;
    }
  }

  private static final int LONGEST = 100_000;
  private static final int UTF_8_MOST = 3;

  static Event of(Kind kind, String... texts) {
    return new Event(kind, List.of(texts));
  }

  static Event of(Failure failure) {
    return of(Kind.FAILED, failure.test(), failure.explanation(), failure.place());
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(kind.ordinal());
    out.writeByte(texts.size());
    for (String text : texts) {
      byte[] bytes =
          text.substring(0, Math.min(text.length(), LONGEST)).getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  /// Reads what comes next.
  ///
  /// @throws StreamCorruptedException if that is no event
  static Event read(DataInputStream in) throws IOException {
    int ordinal = in.readUnsignedByte();
    if (ordinal >= Kind.values().length) {
      throw new StreamCorruptedException();
    }
    Kind kind = Kind.values()[ordinal];
    if (in.readUnsignedByte() != kind.texts) {
      throw new StreamCorruptedException();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < kind.texts; i++) {
      int length = in.readInt();
      if (length < 0 || length > LONGEST * UTF_8_MOST) {
        throw new StreamCorruptedException();
      }
      texts.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    return new Event(kind, texts);
  }
}
