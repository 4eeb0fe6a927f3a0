package workbook.answers.build;

import java.io.IOException;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/// A source without the byte order mark that some editors write at the head of UTF-8, and the
/// compiler takes for a character.
final class WithoutMark extends ForwardingJavaFileObject<JavaFileObject> {

  private static final char MARK = '\uFEFF';

  private WithoutMark(JavaFileObject file) {
    super(file);
  }

  /// The file as it is, if no mark stands there.
  static JavaFileObject of(JavaFileObject file) {
    try {
      CharSequence text = file.getCharContent(true);
      return !text.isEmpty() && text.charAt(0) == MARK ? new WithoutMark(file) : file;
    } catch (IOException _) {
      // The compiler says what is wrong with it.
      return file;
    }
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
    CharSequence text = super.getCharContent(ignoreEncodingErrors);
    return text.subSequence(1, text.length());
  }
}
