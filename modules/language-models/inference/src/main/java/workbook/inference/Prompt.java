package workbook.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
import workbook.lab.Refusal;
import workbook.text.Tokenizer;

/// The tokens that a model goes on from.
final class Prompt {

  private Prompt() {}

  /// A text in tokens, behind the token that begins one: where the model was trained with it, or
  /// there is nothing else.
  ///
  /// @throws Refusal if the folder has no vocabulary that is read here, or there is nothing to
  ///   begin with
  static int[] of(ModelFolder folder, String text) {
    Tokenizer tokenizer =
        folder
            .tokenizer()
            .orElseThrow(() ->
                new Refusal(
                    "the folder has no vocab.json and no tokenizer.model in text: give --tokens"));
    int[] tokens = tokenizer.encode(text);
    if (folder.begin() >= 0 && (folder.begins() || tokens.length == 0)) {
      return IntStream.concat(IntStream.of(folder.begin()), Arrays.stream(tokens)).toArray();
    }
    if (tokens.length == 0) {
      throw new Refusal("there is nothing to go on from: give a --prompt");
    }
    return tokens;
  }

  /// How many tokens may be written.
  ///
  /// @throws IllegalArgumentException if the prompt leaves no room
  static int room(Spec spec, int prompt, int wanted) {
    int room = spec.context() - prompt;
    if (room < 1) {
      throw new IllegalArgumentException(
          "the prompt has %d tokens, and the model reads %d at most, with what it writes"
              .formatted(prompt, spec.context()));
    }
    return Math.min(room, wanted);
  }
}
