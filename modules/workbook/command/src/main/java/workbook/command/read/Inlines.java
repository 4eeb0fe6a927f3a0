package workbook.command.read;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// The text within a block: emphasis, code, links and pictures.
final class Inlines extends AbstractVisitor {

  static final AttributedStyle CODE = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
  static final AttributedStyle TARGET = AttributedStyle.DEFAULT.faint();

  private final AttributedStringBuilder text = new AttributedStringBuilder();
  private final Links links;
  private final boolean colour;
  private AttributedStyle style;
  private boolean softBreak;

  private Inlines(Links links, boolean colour, AttributedStyle style) {
    this.links = links;
    this.colour = colour;
    this.style = style;
  }

  /// The text of a block.
  ///
  /// @param colour whether colour tells code from prose; without it, back quotes do
  /// @param style the style of the whole
  static AttributedString of(Node block, Links links, boolean colour, AttributedStyle style) {
    Inlines inlines = new Inlines(links, colour, style);
    inlines.visitChildren(block);
    return inlines.text.toAttributedString();
  }

  /// Adds text. A line break before it is a blank, but not between Chinese characters.
  private void append(String part, AttributedStyle partStyle) {
    if (part.isEmpty()) {
      return;
    }
    if (softBreak && text.length() > 0) {
      boolean chinese =
          Lines.isWide(Character.codePointBefore(text, text.length()))
              && Lines.isWide(part.codePointAt(0));
      text.append(chinese ? "" : " ");
    }
    softBreak = false;
    text.styled(partStyle, part);
  }

  private void visitStyled(Node node, AttributedStyle inner) {
    AttributedStyle outer = style;
    style = inner;
    visitChildren(node);
    style = outer;
  }

  @Override
  public void visit(Text node) {
    append(node.getLiteral(), style);
  }

  @Override
  public void visit(Code code) {
    append(colour ? code.getLiteral() : "`" + code.getLiteral() + "`", CODE);
  }

  @Override
  public void visit(Emphasis emphasis) {
    visitStyled(emphasis, style.italic());
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    visitStyled(emphasis, style.bold());
  }

  @Override
  public void visit(Link link) {
    int start = text.length();
    visitStyled(link, style.underline());
    String target = links.target(link.getDestination());
    boolean shown = text.subSequence(start, text.length()).toString().strip().equals(target);
    if (!target.isEmpty() && !shown) {
      append(" (" + target + ")", TARGET);
    }
  }

  @Override
  public void visit(Image image) {
    append("[", style);
    visitChildren(image);
    append("]", style);
  }

  @Override
  public void visit(HtmlInline html) {
    append(Html.text(html.getLiteral()), style);
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    softBreak = true;
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    softBreak = false;
    text.append("\n");
  }
}
