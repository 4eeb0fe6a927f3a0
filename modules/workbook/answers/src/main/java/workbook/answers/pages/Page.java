package workbook.answers.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A page of notes, as far as the checks look at it.
///
/// @param blocks its fenced blocks
/// @param links where its links and pictures lead
/// @param anchors what a link may name behind its `#`: the headings as GitHub writes them
/// @param rows the rows of its tables, each with the links and the code in it
record Page(
    Path file, List<Block> blocks, List<Target> links, Set<String> anchors, List<Row> rows) {

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  /// A fenced block.
  ///
  /// @param line the line of its opening fence, from 1
  /// @param info what stands behind the opening fence
  /// @param content the lines between the fences, each with its end
  record Block(int line, String info, String content) {}

  /// The destination of a link.
  record Target(int line, String destination) {}

  /// A row of a table.
  ///
  /// @param cells the text of each cell
  record Row(int line, List<String> cells, List<String> links, List<String> code) {}

  static Page read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page parse(Path file, String markdown) {
    Collector collector = new Collector();
    PARSER.parse(markdown).accept(collector);
    return new Page(
        file, collector.blocks, collector.links, collector.anchors.keySet(), collector.rows);
  }

  private static final class Collector extends AbstractVisitor {
    private final List<Block> blocks = new ArrayList<>();
    private final List<Target> links = new ArrayList<>();
    private final Map<String, Integer> anchors = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int line;

    @Override
    public void visit(FencedCodeBlock block) {
      blocks.add(new Block(lineOf(block), block.getInfo().strip(), block.getLiteral()));
    }

    @Override
    public void visit(Heading heading) {
      String slug = slug(text(heading));
      int before = anchors.merge(slug, 1, Integer::sum) - 1;
      if (before > 0) {
        anchors.put(slug + "-" + before, 1);
      }
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      links.add(new Target(lineOf(link), link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      links.add(new Target(lineOf(image), image.getDestination()));
    }

    @Override
    public void visit(CustomNode node) {
      if (node instanceof TableRow) {
        Row row = new Row(lineOf(node), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        node.accept(
            new AbstractVisitor() {
              @Override
              public void visit(CustomNode cell) {
                if (cell instanceof TableCell) {
                  row.cells().add(text(cell));
                }
                visitChildren(cell);
              }

              @Override
              public void visit(Link link) {
                row.links().add(link.getDestination());
              }

              @Override
              public void visit(Code code) {
                row.code().add(code.getLiteral());
              }
            });
        rows.add(row);
      }
      visitChildren(node);
    }

    private int lineOf(Node node) {
      if (!node.getSourceSpans().isEmpty()) {
        line = node.getSourceSpans().getFirst().getLineIndex() + 1;
      }
      return line;
    }

    private static String text(Node node) {
      StringBuilder text = new StringBuilder();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text part) {
              text.append(part.getLiteral());
            }

            @Override
            public void visit(Code code) {
              text.append(code.getLiteral());
            }
          });
      return text.toString();
    }

    /// A heading's anchor as GitHub makes it: lower case, blanks as hyphens, punctuation dropped.
    private static String slug(String heading) {
      StringBuilder slug = new StringBuilder();
      heading
          .strip()
          .toLowerCase(Locale.ROOT)
          .codePoints()
          .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_')
          .map(c -> c == ' ' ? '-' : c)
          .forEach(slug::appendCodePoint);
      return slug.toString();
    }
  }
}
