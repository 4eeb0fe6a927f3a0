package workbook.command.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import workbook.answers.UserError;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// A topic's notes, as text for a terminal.
///
/// @param language the language to read them in
/// @param preferred the language that `read` takes by itself
/// @param answers whether the answers that a page folds away are shown
public record Notes(
    Tree tree, Topic topic, Language language, Language preferred, boolean answers) {

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /// The text, each line with its end.
  ///
  /// @throws UserError if the topic has no notes in that language
  public String text(Screen screen) {
    Links links = new Links(tree, topic, language, preferred);
    Blocks blocks = new Blocks(PARSER, links, answers, screen.colour());
    return blocks.in(PARSER.parse(markdown()), screen.width()).stream()
        .map(line -> screen.colour() ? line.toAnsi() : line.toString())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String markdown() {
    Path page = topic.folder().resolve(language.page());
    if (!Files.exists(page)) {
      throw new UserError(
          "%s has no notes in '%s': there is no %s"
              .formatted(topic.name(), language.code(), tree.root().relativize(page)));
    }
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
