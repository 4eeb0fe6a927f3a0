package workbook.command.read;

import java.nio.file.Path;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// Where the links of a topic's notes lead a reader who cannot click.
///
/// @param topic the topic whose notes are read
/// @param language the language that they are read in
/// @param preferred the language that `read` takes by itself
record Links(Tree tree, Topic topic, Language language, Language preferred) {

  /// The address of a page outside, the command that reads another page of notes, or nothing for
  /// what is within this page or a file beside it.
  String target(String destination) {
    if (destination.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return destination.replaceFirst("^mailto:", "");
    }
    Path page = topic.folder().resolve(destination.replaceFirst("#.*", "")).normalize();
    for (Language other : Language.values()) {
      if (page.endsWith(other.page())) {
        return tree.topics().stream()
            .filter(candidate -> candidate.folder().equals(page.getParent()))
            .filter(candidate -> !candidate.equals(topic) || other != language)
            .findFirst()
            .map(candidate -> command(candidate, other))
            .orElse("");
      }
    }
    return "";
  }

  /// The command that shows this page with its answers.
  String withAnswers() {
    return command(topic, language) + " --answers";
  }

  private String command(Topic other, Language in) {
    String option = in == preferred ? "" : " --lang " + in.code();
    return "./workbook read " + other.name() + option;
  }
}
