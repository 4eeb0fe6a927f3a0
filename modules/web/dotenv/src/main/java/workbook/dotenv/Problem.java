package workbook.dotenv;

/// What a reader has to mend: the tools take such a line without a word, and give something else
/// than its author meant.
record Problem(Place place, String message) {

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
