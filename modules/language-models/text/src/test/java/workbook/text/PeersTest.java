package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.topictest.Peer;

@Tag("peers")
@DisplayName("Python, which has tables of Unicode of its own")
class PeersTest {

  private static final Peer PYTHON = new Peer("python3", "sudo apt-get install python3");

  @Test
  @DisplayName("gives every character that it knows the same name")
  void names() {
    String program =
        """
        import unicodedata
        for c in range(0x110000):
            name = unicodedata.name(chr(c), None)
            if name and not name.startswith(('CJK UNIFIED', 'HANGUL SYLLABLE', 'TANGUT IDEOGRAPH')):
                print(f'{c} {name}')
        """;
    Map<Integer, String> theirs = new TreeMap<>();
    PYTHON
        .run("", "-c", program)
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(line -> theirs.put(Integer.valueOf(line[0]), line[1]));
    assertThat(theirs).hasSizeGreaterThan(30_000);
    List<String> different =
        theirs.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(Character.getName(entry.getKey())))
            .map(entry -> entry + " here " + Character.getName(entry.getKey()))
            .toList();
    assertThat(different).isEmpty();
  }
}
