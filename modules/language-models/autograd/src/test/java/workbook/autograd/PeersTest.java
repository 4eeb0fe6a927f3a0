package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Peer;

@Tag("peers")
@DisplayName("Python, by the published format alone,")
class PeersTest {

  private static final Peer PYTHON = new Peer("python3", "sudo apt-get install python3");

  /// Reads every tensor with `json` and `struct`, doubles its numbers, and writes them in the
  /// opposite order.
  private static final String PROGRAM =
      """
      import json, struct, sys
      with open(sys.argv[1], "rb") as f:
          n, = struct.unpack("<Q", f.read(8))
          header = json.loads(f.read(n).decode("utf-8"))
          data = f.read()
      out, body = {}, b""
      for name, t in reversed(header.items()):
          begin, end = t["data_offsets"]
          assert t["dtype"] == "F32"
          numbers = struct.unpack("<%df" % ((end - begin) // 4), data[begin:end])
          print(name, t["shape"], *numbers)
          packed = struct.pack("<%df" % len(numbers), *(2 * x for x in numbers))
          offsets = [len(body), len(body) + len(packed)]
          out[name] = dict(dtype="F32", shape=t["shape"], data_offsets=offsets)
          body += packed
      text = json.dumps(out).encode()
      with open(sys.argv[2], "wb") as f:
          f.write(struct.pack("<Q", len(text)) + text + body)
      """;

  @Test
  @DisplayName("reads what we write, and we read what it writes")
  void bothWays(@TempDir Path folder) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("weights", Tensor.constant(new float[] {1, -2.5f, 0.25f, 1e10f, 0, 3}, 2, 3));
    tensors.put("偏置", Tensor.constant(new float[] {7}));
    Path ours = folder.resolve("ours.safetensors");
    Path theirs = folder.resolve("theirs.safetensors");
    Safetensors.save(ours, tensors);
    assertThat(PYTHON.run(PROGRAM, "-X", "utf8", "-", ours.toString(), theirs.toString()))
        .isEqualTo(
            """
            偏置 [] 7.0
            weights [2, 3] 1.0 -2.5 0.25 10000000000.0 0.0 3.0
            """);
    Map<String, Tensor> doubled = Safetensors.load(theirs);
    assertThat(doubled.keySet()).containsExactly("偏置", "weights");
    assertThat(doubled.get("weights").shape()).containsExactly(2, 3);
    assertThat(doubled.get("weights").data()).containsExactly(2, -5, 0.5f, 2e10f, 0, 6);
    assertThat(doubled.get("偏置").shape()).isEmpty();
    assertThat(doubled.get("偏置").value()).isEqualTo(14);
  }
}
