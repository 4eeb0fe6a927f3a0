package workbook.dotenv;

/// A line of a file, as a reader looks it up: `.env.local:3`.
///
/// @param line from 1
record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
