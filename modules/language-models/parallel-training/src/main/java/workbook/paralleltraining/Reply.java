package workbook.paralleltraining;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// What a worker answers to a command: counts, and numbers of the model.
record Reply(long[] counts, float[] numbers) {

  static final Reply DONE = new Reply(new long[0], new float[0]);

  void write(DataOutputStream out) throws IOException {
    out.writeInt(counts.length);
    for (long count : counts) {
      out.writeLong(count);
    }
    out.writeInt(numbers.length);
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  static Reply read(DataInputStream in) throws IOException {
    long[] counts = new long[in.readInt()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readLong();
    }
    float[] numbers = new float[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readFloat();
    }
    return new Reply(counts, numbers);
  }
}
