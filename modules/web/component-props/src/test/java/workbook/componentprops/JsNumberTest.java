package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers from text and back")
class JsNumberTest {

  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\t5\n",
          "\u00a05\ufeff",
          "100",
          "1e2",
          "12345.678",
          "0.1",
          "4.35",
          ".5",
          "5.",
          "-.5",
          "+5",
          "-5",
          "0",
          "-0",
          "0x1f",
          "0X1F",
          "0o17",
          "0O17",
          "0b101",
          "0B11",
          "0x",
          "0xg",
          "0o8",
          "0b2",
          "+0x10",
          "1e20",
          "1e21",
          "123456789012345680000",
          "1234567890123456800000",
          "0.000001",
          "0.0000001",
          "1.5e-7",
          "1.5e300",
          "5e-324",
          "1.7976931348623157e308",
          "1e309",
          "-1e309",
          "Infinity",
          "+Infinity",
          "-Infinity",
          "infinity",
          "NaN",
          "1_000",
          "1e",
          "e5",
          "1,5",
          "--1",
          "5 6",
          "5px",
          "9007199254740993",
          "0x20000000000001");

  @Test
  @DisplayName("are String(Number(text)): the answers of Node that are recorded")
  void recorded() throws IOException {
    List<?> answers = Vectors.of("numbers");
    assertThat(answers).hasSameSizeAs(TEXTS);
    for (int i = 0; i < TEXTS.size(); i++) {
      assertThat(JsNumber.text(JsNumber.of(TEXTS.get(i))))
          .as("'%s'", TEXTS.get(i))
          .isEqualTo(answers.get(i));
    }
  }
}
