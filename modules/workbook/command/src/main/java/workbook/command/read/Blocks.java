package workbook.command.read;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// The blocks of a page, laid out in lines.
///
/// @param answers whether what the page folds away is shown
/// @param colour whether the lines will be shown in colour
record Blocks(Parser parser, Links links, boolean answers, boolean colour) {

  private static final int CODE_INDENT = 4;
  private static final int FOLDED_INDENT = 2;

  /// The lines of all that is in a page, a list item or a quote.
  List<AttributedString> in(Node container, int width) {
    return pieces(Piece.of(container), width, false);
  }

  private List<AttributedString> pieces(List<Piece> pieces, int width, boolean tight) {
    List<AttributedString> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      List<AttributedString> next =
          switch (piece) {
            case Piece.Block(Node node) -> block(node, width);
            case Piece.Markup(String html) -> markup(html, AttributedStyle.DEFAULT, width);
            case Piece.Folded folded -> folded(folded, width);
          };
      if (!lines.isEmpty() && !next.isEmpty() && !tight) {
        lines.add(AttributedString.EMPTY);
      }
      lines.addAll(next);
    }
    return lines;
  }

  private List<AttributedString> block(Node node, int width) {
    return switch (node) {
      case Heading heading -> heading(heading, width);
      case FencedCodeBlock code -> code(code.getInfo().strip(), code.getLiteral(), width);
      case IndentedCodeBlock code -> code("", code.getLiteral(), width);
      case ListBlock list -> list(list, width);
      case BlockQuote quote -> quote(quote, width);
      case TableBlock table -> table(table, width);
      case ThematicBreak _ -> List.of(new AttributedString("-".repeat(width)));
      // Links are resolved already where their definitions stand, which then hold no text.
      default -> Lines.wrap(text(node, AttributedStyle.DEFAULT), width);
    };
  }

  private AttributedString text(Node node, AttributedStyle style) {
    return Inlines.of(node, links, colour, style);
  }

  /// A heading, underlined as far as its level is one that stands out.
  private List<AttributedString> heading(Heading heading, int width) {
    List<AttributedString> lines =
        new ArrayList<>(Lines.wrap(text(heading, AttributedStyle.BOLD), width));
    if (heading.getLevel() <= 2) {
      String mark = heading.getLevel() == 1 ? "=" : "-";
      lines.add(new AttributedString(mark.repeat(Lines.widest(lines)), AttributedStyle.BOLD));
    }
    return lines;
  }

  /// Code is never wrapped. It is indented, unless that would push its widest line over the edge.
  private List<AttributedString> code(String info, String literal, int width) {
    AttributedString code =
        info.matches("java\\b.*") ? JavaColours.of(literal) : new AttributedString(literal);
    List<AttributedString> lines = new ArrayList<>(Lines.split(code));
    int room = width - Lines.widest(lines);
    int indent = room < 0 ? CODE_INDENT : Math.min(room, CODE_INDENT);
    String[] words = info.split(" ", 2);
    if (words.length == 2 && words[1].contains("/")) {
      lines.addFirst(new AttributedString(words[1] + ":", Inlines.TARGET));
    }
    return Lines.indented(lines, indent);
  }

  private List<AttributedString> list(ListBlock list, int width) {
    List<AttributedString> lines = new ArrayList<>();
    int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      String marker = list instanceof BulletList ? "- " : number++ + ". ";
      if (!lines.isEmpty() && !list.isTight()) {
        lines.add(AttributedString.EMPTY);
      }
      List<AttributedString> inner =
          pieces(Piece.of(item), width - marker.length(), list.isTight());
      lines.addAll(
          Lines.prefixed(
              inner.isEmpty() ? List.of(AttributedString.EMPTY) : inner,
              new AttributedString(marker),
              new AttributedString(" ".repeat(marker.length()))));
    }
    return lines;
  }

  private List<AttributedString> quote(BlockQuote quote, int width) {
    AttributedString mark = new AttributedString("| ", Inlines.TARGET);
    return Lines.prefixed(in(quote, width - mark.length()), mark, mark);
  }

  private List<AttributedString> table(TableBlock block, int width) {
    return Table.of(
            block,
            (TableCell cell) ->
                text(cell, cell.isHeader() ? AttributedStyle.BOLD : AttributedStyle.DEFAULT))
        .lines(width);
  }

  private List<AttributedString> markup(String html, AttributedStyle style, int width) {
    Node text = parser.parse(Html.text(html).strip());
    return text.getFirstChild() == null
        ? List.of()
        : Lines.wrap(text(text.getFirstChild(), style), width);
  }

  /// What a page folds away is the answer to what stands before it, so it is not shown unasked.
  private List<AttributedString> folded(Piece.Folded folded, int width) {
    List<AttributedString> lines = new ArrayList<>();
    String summary = folded.summary().isBlank() ? links.language().answer() : folded.summary();
    lines.addAll(markup(summary, AttributedStyle.BOLD, width));
    List<AttributedString> content =
        answers
            ? pieces(folded.content(), width - FOLDED_INDENT, false)
            : List.of(
                new AttributedString(
                    links.language().answerHint(links.withAnswers()), Inlines.TARGET));
    lines.addAll(Lines.indented(content, FOLDED_INDENT));
    return lines;
  }
}
