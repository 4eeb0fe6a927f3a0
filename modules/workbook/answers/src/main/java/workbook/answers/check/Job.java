package workbook.answers.check;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An answer to run the tests of.
///
/// @param stubClass the binary name of the answer's class
/// @param classes the class files of the answer and of its tests, by binary name
/// @param classPath what they run on
/// @param limit how long one test may take
/// @param counted whether the tests are only to be counted, and none run
record Job(
    String stubClass,
    Map<String, byte[]> classes,
    List<Path> classPath,
    Duration limit,
    boolean counted) {

  Job toBeCounted() {
    return new Job(stubClass, classes, classPath, limit, true);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(stubClass);
    writeClasses(classes, out);
    out.writeInt(classPath.size());
    for (Path entry : classPath) {
      out.writeUTF(entry.toString());
    }
    out.writeLong(limit.toMillis());
    out.writeBoolean(counted);
    out.flush();
  }

  static Job read(DataInputStream in) throws IOException {
    String stubClass = in.readUTF();
    Map<String, byte[]> classes = readClasses(in);
    List<Path> classPath = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      classPath.add(Path.of(in.readUTF()));
    }
    return new Job(
        stubClass, classes, classPath, Duration.ofMillis(in.readLong()), in.readBoolean());
  }

  static void writeClasses(Map<String, byte[]> classes, DataOutputStream out) throws IOException {
    out.writeInt(classes.size());
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
  }

  static Map<String, byte[]> readClasses(DataInputStream in) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      classes.put(name, in.readNBytes(in.readInt()));
    }
    return classes;
  }
}
