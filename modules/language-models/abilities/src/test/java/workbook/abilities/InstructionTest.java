package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.abilities.Instruction.Phrase;

@DisplayName("The toy language")
class InstructionTest {

  private static Phrase phrase(String verb, String turn, String times) {
    return new Phrase(
        Instruction.VERBS.indexOf(verb),
        Instruction.TURNS.indexOf(turn),
        Instruction.TIMES.indexOf(times));
  }

  /// As in SCAN (Lake and Baroni, 2018, figure 1 and the supplement): `jump left` is LTURN JUMP, `x
  /// twice` is x x, `x after y` is y x.
  @Test
  @DisplayName("means what SCAN's grammar says")
  void meaning() {
    Instruction one = new Instruction(phrase("jump", "left", "twice"), "", Optional.empty());
    assertThat(one.text()).isEqualTo("jump left twice");
    assertThat(one.actions()).isEqualTo("LEFT JUMP LEFT JUMP");
    Instruction two =
        new Instruction(
            phrase("walk", "", "thrice"), "after", Optional.of(phrase("run", "right", "")));
    assertThat(two.text()).isEqualTo("walk thrice after run right");
    assertThat(two.actions()).isEqualTo("RIGHT RUN WALK WALK WALK");
    Instruction both =
        new Instruction(phrase("hop", "", ""), "and", Optional.of(phrase("swim", "", "twice")));
    assertThat(both.actions()).isEqualTo("HOP SWIM SWIM");
  }

  @Test
  @DisplayName("every instruction fits, in front of = and with an end behind its answer")
  void fits() {
    for (Instruction asked : Obeying.instructions(2000, _ -> true, 1)) {
      assertThat(asked.prompt()).hasSize(Instruction.LONGEST + 1).endsWith(Instruction.EQUALS);
      assertThat(asked.answer())
          .hasSize(Instruction.LONGEST_ANSWER + 1)
          .doesNotContain(-1)
          .endsWith(Instruction.END);
      assertThat(asked.prompt()).doesNotContain(-1);
    }
  }

  /// 6 verbs with 2 turns and 2 numbers are 24; a third of them are 8.
  @Test
  @DisplayName("each two words of what is held out are met in what is not")
  void heldOut() {
    List<Phrase> all =
        Obeying.instructions(5000, asked -> asked.second().isEmpty(), 1).stream()
            .map(Instruction::first)
            .distinct()
            .toList();
    assertThat(all).hasSize(6 * 3 * 3);
    List<Phrase> kept = all.stream().filter(Phrase::isHeldOut).toList();
    assertThat(kept).hasSize(8);
    for (Phrase one : kept) {
      List<Phrase> others = all.stream().filter(other -> !other.isHeldOut()).toList();
      assertThat(others)
          .anyMatch(other -> other.verb() == one.verb() && other.turn() == one.turn())
          .anyMatch(other -> other.verb() == one.verb() && other.times() == one.times())
          .anyMatch(other -> other.turn() == one.turn() && other.times() == one.times());
    }
  }

  @Test
  @DisplayName("nothing of the test is trained on")
  void split() {
    for (Obeying.Arm arm : Obeying.Arm.values()) {
      Set<String> trained =
          Obeying.instructions(3000, asked -> !arm.isHeldOut(asked), 1).stream()
              .map(Instruction::text)
              .collect(Collectors.toSet());
      assertThat(Obeying.instructions(500, arm::isHeldOut, 1))
          .noneMatch(asked -> trained.contains(asked.text()));
    }
    Set<String> jumps =
        Obeying.instructions(5000, asked -> !Obeying.Arm.PRIMITIVE.isHeldOut(asked), 1).stream()
            .map(Instruction::text)
            .filter(text -> text.contains("jump"))
            .collect(Collectors.toSet());
    assertThat(jumps).containsExactly("jump");
  }

  /// What would refute the page.
  @Test
  @DisplayName(
      "was followed in new combinations, not with a new verb, and not without instructions")
  void recorded() {
    var outcomes = new Following(null).recorded();
    assertThat(Experiment.of("combinations", outcomes))
        .hasSize(5)
        .allMatch(outcome -> outcome.number(1) > 0.7);
    assertThat(Experiment.of("primitive", outcomes))
        .hasSize(5)
        .allMatch(outcome -> outcome.number(0) > 0.9 && outcome.number(1) < 0.3);
    assertThat(Experiment.of("shuffled", outcomes))
        .hasSize(5)
        .allMatch(outcome -> outcome.number(0) < 0.1 && outcome.number(1) < 0.1);
  }
}
