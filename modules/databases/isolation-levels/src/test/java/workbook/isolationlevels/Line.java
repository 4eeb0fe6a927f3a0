package workbook.isolationlevels;

import java.io.IOException;

/// What stands between a process and its server, and can freeze: then the server takes connections,
/// and never answers.
interface Line extends AutoCloseable {

  /// The server's URL through here.
  String url();

  void freeze() throws InterruptedException;

  @Override
  void close() throws IOException;
}
