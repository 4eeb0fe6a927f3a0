package workbook.command.read;

import java.util.regex.Pattern;

/// The little HTML that Markdown pages hold.
final class Html {

  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
  private static final Pattern PICTURE = Pattern.compile("<img\\b[^>]*?\\balt=\"([^\"]*)\"[^>]*>");
  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");

  private Html() {}

  /// What is left of it without tags: pictures as their alternative text, entities as they are.
  static String text(String html) {
    String visible = COMMENT.matcher(html).replaceAll("");
    String breaks = BREAK.matcher(visible).replaceAll("\n");
    String pictures = PICTURE.matcher(breaks).replaceAll("[$1]");
    return TAG.matcher(pictures).replaceAll("");
  }
}
