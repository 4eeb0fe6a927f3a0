package workbook.autograd;

import java.io.IOException;

/// A file that is not what it should be. The message says why.
final class Refused extends IOException {

  private static final long serialVersionUID = 1;

  Refused(String reason) {
    super(reason);
  }
}
