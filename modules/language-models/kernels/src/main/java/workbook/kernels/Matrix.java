package workbook.kernels;

/// A rectangle of floats inside an array, seen through two strides: element (i, j) is `data[at + i
/// * down + j * right]`.
///
/// A view, not a copy. Transposing one swaps its strides; a part of its rows or columns is another
/// view of the same array. So one product serves a·b, aᵀ·b and a·bᵀ.
///
/// @param down the distance in the array from one row to the next
/// @param right the distance from one column to the next
public record Matrix(float[] data, int at, int rows, int columns, int down, int right) {

  /// @throws IllegalArgumentException if a size is negative, or an element would lie outside of the
  ///   array
  public Matrix {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          "a matrix cannot have %d rows and %d columns".formatted(rows, columns));
    }
    if (rows > 0 && columns > 0) {
      long downwards = (rows - 1L) * down;
      long sideways = (columns - 1L) * right;
      long first = at + Math.min(0, downwards) + Math.min(0, sideways);
      long last = at + Math.max(0, downwards) + Math.max(0, sideways);
      if (first < 0 || last >= data.length) {
        throw new IllegalArgumentException(
            "a matrix of %d x %d would take the elements %d to %d of an array of %d"
                .formatted(rows, columns, first, last, data.length));
      }
    }
  }

  /// The whole of an array, row by row.
  ///
  /// @throws IllegalArgumentException if the array does not hold exactly `rows * columns` floats
  public static Matrix of(float[] data, int rows, int columns) {
    if ((long) rows * columns != data.length) {
      throw new IllegalArgumentException(
          "a matrix of %d x %d does not fit an array of %d".formatted(rows, columns, data.length));
    }
    return new Matrix(data, 0, rows, columns, columns, 1);
  }

  /// A new matrix of zeros.
  public static Matrix zeros(int rows, int columns) {
    return of(new float[Math.multiplyExact(rows, columns)], rows, columns);
  }

  public float get(int row, int column) {
    return data[index(row, column)];
  }

  public void set(int row, int column, float value) {
    data[index(row, column)] = value;
  }

  /// The same floats with rows and columns exchanged.
  public Matrix transposed() {
    return new Matrix(data, at, columns, rows, right, down);
  }

  /// The rows `from` to `to - 1`.
  public Matrix rows(int from, int to) {
    return part(from, to, 0, columns);
  }

  /// The columns `from` to `to - 1`.
  public Matrix columns(int from, int to) {
    return part(0, rows, from, to);
  }

  /// The rows `top` to `bottom - 1`, and of these the columns `left` to `end - 1`.
  public Matrix part(int top, int bottom, int left, int end) {
    if (top < 0 || bottom > rows || top > bottom || left < 0 || end > columns || left > end) {
      throw new IndexOutOfBoundsException(
          "rows %d to %d and columns %d to %d of a matrix of %d x %d"
              .formatted(top, bottom, left, end, rows, columns));
    }
    return new Matrix(data, index(top, left), bottom - top, end - left, down, right);
  }

  private int index(int row, int column) {
    return at + row * down + column * right;
  }
}
