package workbook.command.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What a verdict rests on")
class FootprintTest {

  private static final String MAIN = "src/main/java/workbook/hello/";
  private static final String TEST = "src/test/java/workbook/hello/";

  @TempDir private Path folder;
  private Shouting shouting;

  @BeforeEach
  void write() throws IOException {
    shouting = new Shouting(folder);
    shouting.answer("return Loud.loud(Hello.greeting(name));");
    write(MAIN + "Loud.java", "package workbook.hello; class Loud { /* Silent */ }");
    write(
        MAIN + "Bystander.java", "package workbook.hello; class Bystander { String s = \"//\"; }");
    write(TEST + "BystanderTest.java", "package workbook.hello; class BystanderTest {}");
    write("src/test/resources/workbook/hello/Loud-1.txt", "LOUD");
  }

  private void write(String file, String content) throws IOException {
    shouting.sample().write(Shouting.TOPIC + file, content);
  }

  private Footprint footprint() {
    return Footprint.of(shouting.sample().tree(), shouting.exercise(1));
  }

  @Test
  @DisplayName("the answer, its tests, and what their code names, however far away")
  void files() {
    assertThat(footprint().files())
        .containsExactlyInAnyOrder(
            Shouting.TOPIC + Shouting.SHOUT,
            Shouting.TOPIC + MAIN + "Hello.java",
            Shouting.TOPIC + MAIN + "Loud.java",
            Shouting.TOPIC + "src/test/resources/workbook/hello/Loud-1.txt",
            Shouting.TOPIC + TEST + "ShoutTest.java");
  }

  @Test
  @DisplayName("what stands behind a string that looks like the start of a comment counts")
  void literals() throws IOException {
    shouting.answer("String s = \"//\" + '\"' + \"/*\"; return Bystander.greeting(name);");

    assertThat(footprint().files()).contains(Shouting.TOPIC + MAIN + "Bystander.java");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("it holds no longer when one of these has changed, and again when that is undone")
  @ValueSource(strings = {Shouting.SHOUT, TEST + "ShoutTest.java", MAIN + "Loud.java"})
  void changed(String file) throws IOException {
    Footprint before = footprint();
    String text = shouting.sample().read(Shouting.TOPIC + file);
    write(file, text + " ");
    assertThat(before.stillHolds(shouting.sample().tree())).isFalse();
    write(file, text);
    assertThat(before.stillHolds(shouting.sample().tree())).isTrue();
  }

  @Test
  @DisplayName("it holds whatever becomes of another exercise")
  void others() throws IOException {
    Footprint before = footprint();
    write("src/exercise/java/workbook/hello/Whisper.java", "nonsense");
    write(MAIN + "Bystander.java", "nonsense");

    assertThat(before.stillHolds(shouting.sample().tree())).isTrue();
  }

  @Test
  @DisplayName("text that moves from one file to the next is a change")
  void moved() throws IOException {
    write(MAIN + "Loud.java", "class Loud {} // x");
    Footprint before = footprint();
    String test = shouting.sample().read(Shouting.TOPIC + TEST + "ShoutTest.java");
    write(MAIN + "Loud.java", "class Loud {} // ");
    write(TEST + "ShoutTest.java", "x" + test);

    assertThat(before.stillHolds(shouting.sample().tree())).isFalse();
  }

  @Test
  @DisplayName("a module that the topic depends on counts too")
  void modules() throws IOException {
    shouting.sample().write("modules/greetings/voice/src/main/java/workbook/voice/Voice.java", "");
    write(
        "target/class-path/test",
        folder.toRealPath().resolve("modules/greetings/voice/target/classes").toString());
    shouting.answer("return workbook.voice.Voice.loud(name);");

    assertThat(footprint().files())
        .contains("modules/greetings/voice/src/main/java/workbook/voice/Voice.java");
  }
}
