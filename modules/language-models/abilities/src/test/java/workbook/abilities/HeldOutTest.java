package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "abilities/3",
    title = "A split that does not leak",
    hints = {
      "jump left twice is held out. May a model be trained on walk and jump left twice?",
      "Cut a command at and and at after, and look at each phrase as a whole. contains on the text"
          + " of a command throws out too much.",
      "Keep a command if none of command.split(\" (and|after) \") is in heldOut. Use a filter: it"
          + " keeps the order, and what is there twice."
    },
    chinese =
        @Exercise.Chinese(
            title = "不泄漏的划分",
            hints = {
              "jump left twice 留作测试。能不能用 walk and jump left twice 训练？",
              "在 and 和 after 处切开指令，把每个短语作为整体来看。对整条指令的文本用 contains 会误删。",
              "若 command.split(\" (and|after) \") 中没有一个在 heldOut 里，就保留该指令。用 filter：顺序和重复都会保留。"
            }))
@DisplayName("Exercise 3: a split that does not leak")
class HeldOutTest {

  private static void assertKept(boolean expected, String command, String... heldOut) {
    List<String> kept = HeldOut.training(List.of(command), Set.of(heldOut));
    assertThat(kept)
        .withFailMessage(
            "held out %s: '%s' %s be trained on, and training gave %s",
            String.join(", ", heldOut), command, expected ? "may" : "must not", kept)
        .isEqualTo(expected ? List.of(command) : List.of());
  }

  @Test
  @DisplayName("a command that is held out is not trained on")
  void whole() {
    assertKept(false, "jump left twice", "jump left twice");
    assertKept(true, "walk", "jump left twice");
  }

  @Test
  @DisplayName("nor one that has it first, last or in the middle")
  void part() {
    assertKept(false, "jump left twice and walk", "jump left twice");
    assertKept(false, "walk and jump left twice", "jump left twice");
    assertKept(false, "jump left twice after run", "jump left twice");
    assertKept(false, "run after jump left twice", "jump left twice");
    assertKept(false, "run and jump left twice after walk", "jump left twice");
  }

  @Test
  @DisplayName("a phrase that only has the same words in it may be trained on")
  void words() {
    assertKept(true, "jump left", "jump left twice");
    assertKept(true, "walk left twice", "jump left twice");
    assertKept(true, "jump left and walk twice", "jump left twice");
    assertKept(true, "jump left twice", "jump left");
    assertKept(true, "walk and jump left thrice", "jump left");
    assertKept(true, "jump", "jump left");
  }

  @Test
  @DisplayName("however many phrases there are, and however they are joined")
  void many() {
    for (String command :
        new String[] {
          "walk after run and hop",
          "walk and run and hop",
          "walk after run after hop",
          "walk and hop after run and swim"
        }) {
      assertKept(false, command, "run");
    }
    assertKept(true, "walk andante", "walk");
    assertKept(true, "left jump", "jump left");
    assertKept(true, "Jump left", "jump left");
    assertKept(true, "abc", "a.c");
    assertThat(HeldOut.training(List.of("walk", "walk"), Set.of("run")))
        .as("of walk and walk")
        .containsExactly("walk", "walk");
  }

  @Test
  @DisplayName("each of several held out phrases counts")
  void several() {
    assertKept(false, "walk and run right", "jump left", "run right");
    assertKept(false, "jump left after walk", "jump left", "run right");
    assertKept(true, "jump right and run left", "jump left", "run right");
  }

  @Test
  @DisplayName("words that have and or after in them do not join")
  void inWords() {
    assertKept(true, "stand left", "left");
    assertKept(false, "walk and stand left", "stand left");
  }

  @Test
  @DisplayName("the order stays, and what is there twice")
  void order() {
    List<String> commands = List.of("walk", "run", "jump left", "walk", "hop and jump left", "hop");
    List<String> kept = HeldOut.training(commands, Set.of("jump left"));
    assertThat(kept).as("of %s", commands).containsExactly("walk", "run", "walk", "hop");
    assertThat(HeldOut.training(commands, Set.of())).as("nothing held out").isEqualTo(commands);
  }
}
