package workbook.autograd;

/// The plane around a spiral, coloured by what a network says of each place, as text.
final class Plane {

  private static final int ROWS = 23;
  private static final int COLUMNS = 56;
  private static final float SIDE = 2.2f;

  /// For each arm: where the network says so, and a point that belongs there.
  private static final String AREAS = ".:-";

  private static final String POINTS = "ABC";
  private static final char WRONG = '*';

  private Plane() {}

  /// The middles of all cells, row by row, from the top left.
  static Tensor cells() {
    float[] cells = new float[ROWS * COLUMNS * 2];
    for (int i = 0; i < ROWS * COLUMNS; i++) {
      cells[2 * i] = SIDE * (i % COLUMNS + 0.5f) / COLUMNS - SIDE / 2;
      cells[2 * i + 1] = SIDE / 2 - SIDE * (i / COLUMNS + 0.5f) / ROWS;
    }
    return Tensor.constant(cells, ROWS * COLUMNS, 2);
  }

  /// @param arms what the network says of each cell
  static String paint(int[] arms, Spiral spiral) {
    StringBuilder picture = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        picture.append(AREAS.charAt(arms[row * COLUMNS + column]));
      }
      picture.append('\n');
    }
    for (int i = 0; i < spiral.arms().length; i++) {
      int column = (int) ((spiral.points()[2 * i] + SIDE / 2) / SIDE * COLUMNS);
      int row = (int) ((SIDE / 2 - spiral.points()[2 * i + 1]) / SIDE * ROWS);
      int arm = spiral.arms()[i];
      boolean right = arms[row * COLUMNS + column] == arm;
      picture.setCharAt(row * (COLUMNS + 1) + column, right ? POINTS.charAt(arm) : WRONG);
    }
    return picture.toString();
  }
}
