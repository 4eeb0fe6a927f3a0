package workbook.abilities;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What is held out is a phrase, so commands are cut into phrases: a part of a text is none.
final class HeldOut {

  private HeldOut() {}

  static List<String> training(List<String> commands, Set<String> heldOut) {
    return commands.stream()
        .filter(
            command -> Arrays.stream(command.split(" (and|after) ")).noneMatch(heldOut::contains))
        .toList();
  }
}
