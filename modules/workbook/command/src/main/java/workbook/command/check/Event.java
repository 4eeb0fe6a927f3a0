package workbook.command.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the process in which an answer runs tells the one that asked for its verdict.
record Event(Kind kind, List<String> texts) {

  enum Kind {
    /// A test begins: its name.
    STARTED,
    /// A test passed: its name.
    PASSED,
    /// A test reached a stub: its name.
    SKIPPED,
    /// A test failed: its name, the message, the explanation, the place.
    FAILED,
    /// A test did not come to its end, and why: the explanation, the place.
    BROKEN,
    /// What the answer printed.
    PRINTED,
    /// Threads that the answer left running: their names.
    LEFT,
    /// All has been said, and the process can run another answer.
    READY,
    /// All has been said, and the process must not run another answer.
    SPOILT
  }

  private static final int LONGEST = 100_000;

  static Event of(Kind kind, String... texts) {
    return new Event(kind, List.of(texts));
  }

  static Event of(Failure failure) {
    return of(
        Kind.FAILED, failure.test(), failure.message(), failure.explanation(), failure.place());
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

  static Event read(DataInputStream in) throws IOException {
    int kind = in.readByte();
    int size = in.readByte();
    if (kind < 0 || kind >= Kind.values().length || size < 0 || size > 4) {
      throw new IOException("not an event");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int length = in.readInt();
      if (length < 0 || length > 4 * LONGEST) {
        throw new IOException("not a text");
      }
      texts.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    return new Event(Kind.values()[kind], texts);
  }
}
