package workbook.pretraining;

/// Where the head of a classifier stands.
final class HeadPlaces {

  private HeadPlaces() {}

  static int[] of(boolean encoder, int longest, int... lengths) {
    int[] places = new int[lengths.length];
    for (int row = 0; row < places.length; row++) {
      int inRow = encoder ? 0 : lengths[row] - 1;
      places[row] = row * longest + inRow;
    }
    return places;
  }
}
