package workbook.topictest;

import java.util.Locale;

/// Another default locale, until it is closed. Not for several threads at once.
public final class DefaultLocale implements AutoCloseable {

  private final Locale before = Locale.getDefault();

  private DefaultLocale(Locale locale) {
    Locale.setDefault(locale);
  }

  /// @param tag as `tr`, in which the lower case of I is ı, or `ar-EG`, which has digits of its own
  public static DefaultLocale of(String tag) {
    return new DefaultLocale(Locale.forLanguageTag(tag));
  }

  @Override
  public void close() {
    Locale.setDefault(before);
  }
}
