package workbook.command.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// Colours Java by its words alone: comments, literals in quotes, annotations and keywords.
final class JavaColours {

  static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.faint();
  static final AttributedStyle STRING = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
  static final AttributedStyle ANNOTATION =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
  static final AttributedStyle KEYWORD =
      AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA);

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<comment>//[^\\n]*+|/\\*(?s:.*?)\\*/)\
          |(?<string>\"""(?s:.*?)(?<!\\\\)\"""|"(?:\\\\.|[^"\\\\\\n])*+"|'(?:\\\\.|[^'\\\\\\n])*+')\
          |(?<annotation>@(?!interface\\b)\\w[\\w.]*+)\
          |(?<contextual>\\b(?:non-sealed|sealed|record|permits|yield|when|var)\\b(?=\\s++[\\w(\\[]))\
          |(?<word>\\b[a-z_]++\\b)\
          """);

  private JavaColours() {}

  static AttributedString of(String code) {
    AttributedStringBuilder coloured = new AttributedStringBuilder();
    Matcher matcher = TOKEN.matcher(code);
    int end = 0;
    while (matcher.find()) {
      coloured.append(code.substring(end, matcher.start()));
      coloured.styled(style(matcher), matcher.group());
      end = matcher.end();
    }
    coloured.append(code.substring(end));
    return coloured.toAttributedString();
  }

  private static AttributedStyle style(Matcher token) {
    if (token.group("comment") != null) {
      return COMMENT;
    }
    if (token.group("string") != null) {
      return STRING;
    }
    if (token.group("annotation") != null) {
      return ANNOTATION;
    }
    boolean keyword =
        token.group("contextual") != null || SourceVersion.isKeyword(token.group("word"));
    return keyword ? KEYWORD : AttributedStyle.DEFAULT;
  }
}
