package workbook.command.progress;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// The one character that shows how an exercise stands; told apart without colours too.
public final class Mark {

  private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

  private Mark() {}

  public static AttributedString of(Standing standing) {
    return switch (standing) {
      case SOLVED -> new AttributedString("■", PLAIN.foreground(AttributedStyle.GREEN));
      case FAILING, UNCHECKED ->
          new AttributedString("◧", PLAIN.foreground(AttributedStyle.YELLOW));
      case NOT_STARTED -> new AttributedString("□", PLAIN.faint());
    };
  }
}
