package workbook.command.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/// A table, its columns aligned.
///
/// @param rows the header and then the others, each with as many cells as the header
/// @param alignments of the columns; null where the page leaves it open
record Table(List<List<AttributedString>> rows, List<TableCell.Alignment> alignments) {

  private static final int GAP = 2;

  /// Reads a table block.
  static Table of(Node block, Function<TableCell, AttributedString> text) {
    List<List<AttributedString>> rows = new ArrayList<>();
    List<TableCell.Alignment> alignments = new ArrayList<>();
    for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<AttributedString> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(text.apply((TableCell) cell));
          if (rows.isEmpty()) {
            alignments.add(((TableCell) cell).getAlignment());
          }
        }
        rows.add(cells);
      }
    }
    return new Table(rows, alignments);
  }

  /// The table in lines. Where its words do not fit side by side, each row becomes a paragraph.
  List<AttributedString> lines(int width) {
    int[] columns = widths(width);
    if (Arrays.stream(columns).sum() + GAP * (columns.length - 1) > width) {
      return paragraphs(width);
    }
    List<List<AttributedString>> laidOut = rows.stream().map(row -> row(row, columns)).toList();
    // With rows of several lines, a blank line says where one ends.
    boolean apart = laidOut.stream().skip(1).anyMatch(lines -> lines.size() > 1);
    List<AttributedString> lines = new ArrayList<>(laidOut.getFirst());
    lines.add(rule(columns));
    for (int i = 1; i < laidOut.size(); i++) {
      if (apart && i > 1) {
        lines.add(AttributedString.EMPTY);
      }
      lines.addAll(laidOut.get(i));
    }
    return lines;
  }

  /// The widths of the columns: what their cells need; if that is too much, no column more than a
  /// common limit, and none less than its widest word.
  private int[] widths(int width) {
    int[] needed = new int[alignments.size()];
    int[] least = new int[alignments.size()];
    for (List<AttributedString> row : rows) {
      for (int i = 0; i < needed.length; i++) {
        needed[i] = Math.max(needed[i], row.get(i).columnLength());
        least[i] = Math.max(least[i], Lines.widestWord(row.get(i)));
      }
    }
    int available = width - GAP * (needed.length - 1);
    int[] widths = needed;
    for (int limit = width; limit > 0 && Arrays.stream(widths).sum() > available; limit--) {
      widths = new int[needed.length];
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(least[i], Math.min(needed[i], limit));
      }
    }
    return widths;
  }

  private List<AttributedString> row(List<AttributedString> cells, int[] columns) {
    List<List<AttributedString>> wrapped = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      wrapped.add(Lines.wrap(cells.get(i), columns[i]));
    }
    int height = wrapped.stream().mapToInt(List::size).max().orElseThrow();
    List<AttributedString> lines = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      AttributedStringBuilder line = new AttributedStringBuilder();
      int start = 0;
      for (int i = 0; i < columns.length; i++) {
        List<AttributedString> cell = wrapped.get(i);
        if (y < cell.size() && cell.get(y).length() > 0) {
          int before = start + padding(alignments.get(i), columns[i], cell.get(y).columnLength());
          line.append(" ".repeat(before - line.columnLength())).append(cell.get(y));
        }
        start += columns[i] + GAP;
      }
      lines.add(line.toAttributedString());
    }
    return lines;
  }

  private static int padding(TableCell.Alignment alignment, int column, int text) {
    return switch (alignment) {
      case RIGHT -> column - text;
      case CENTER -> (column - text) / 2;
      case LEFT -> 0;
      case null -> 0;
    };
  }

  private static AttributedString rule(int[] columns) {
    List<String> rules = Arrays.stream(columns).mapToObj("-"::repeat).toList();
    return new AttributedString(String.join(" ".repeat(GAP), rules));
  }

  private List<AttributedString> paragraphs(int width) {
    List<AttributedString> lines = new ArrayList<>();
    List<AttributedString> header = rows.getFirst();
    for (List<AttributedString> row : rows.subList(1, rows.size())) {
      if (!lines.isEmpty()) {
        lines.add(AttributedString.EMPTY);
      }
      for (int i = 0; i < header.size(); i++) {
        AttributedString label =
            header.get(i).length() == 0
                ? AttributedString.EMPTY
                : Lines.join(header.get(i), new AttributedString(": "));
        List<AttributedString> text = Lines.wrap(Lines.join(label, row.get(i)), width - GAP);
        AttributedString indent = new AttributedString(" ".repeat(GAP));
        lines.addAll(Lines.prefixed(text, i == 0 ? AttributedString.EMPTY : indent, indent));
      }
    }
    return lines;
  }
}
