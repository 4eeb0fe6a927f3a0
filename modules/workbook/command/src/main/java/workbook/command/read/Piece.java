package workbook.command.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;

/// A piece of a page between two others. CommonMark knows nothing of `<details>`: an HTML block
/// opens it, other blocks follow, and an HTML block closes it.
sealed interface Piece {

  /// A block of Markdown.
  record Block(Node node) implements Piece {}

  /// HTML without `<details>`.
  record Markup(String html) implements Piece {}

  /// A folded part of the page.
  ///
  /// @param summary what stands before it, as HTML
  record Folded(String summary, List<Piece> content) implements Piece {}

  /// The pieces of a page, or of a list item or a quote.
  static List<Piece> of(Node container) {
    Folding folding = new Folding();
    for (Node node = container.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HtmlBlock html) {
        folding.add(html.getLiteral());
      } else {
        folding.open().add(new Block(node));
      }
    }
    return folding.page();
  }

  /// Puts what stands between `<details>` and `</details>` into one piece.
  final class Folding {

    private static final Pattern TOKEN =
        Pattern.compile(
            "(?is)(?<open><details[^>]*>(?:\\s*<summary[^>]*>(?<summary>.*?)</summary>)?)"
                + "|(?<close></details>)");

    private final List<Folded> folded = new ArrayList<>(List.of(new Folded("", new ArrayList<>())));

    List<Piece> page() {
      return folded.getFirst().content();
    }

    List<Piece> open() {
      return folded.getLast().content();
    }

    void add(String html) {
      int end = 0;
      Matcher token = TOKEN.matcher(html);
      while (token.find()) {
        addMarkup(html.substring(end, token.start()));
        end = token.end();
        if (token.group("open") != null) {
          String summary = token.group("summary");
          Folded next = new Folded(summary == null ? "" : summary, new ArrayList<>());
          open().add(next);
          folded.add(next);
        } else if (folded.size() > 1) {
          folded.removeLast();
        }
      }
      addMarkup(html.substring(end));
    }

    private void addMarkup(String html) {
      if (!html.isBlank()) {
        open().add(new Markup(html));
      }
    }
  }
}
