package workbook.embeddings;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// Principal component analysis: the few directions in which points differ most.
///
/// @param points the coordinates of each point along them
/// @param share how much of the variance each has
record Pca(double[][] points, double[] share) {

  /// The mean is taken off first; the right singular vectors of what is left are the directions. A
  /// direction may be turned round: here its largest number is positive.
  static Pca of(double[][] points, int count) {
    int columns = points[0].length;
    DMatrixRMaj centred = new DMatrixRMaj(points);
    for (int column = 0; column < columns; column++) {
      double mean = 0;
      for (double[] point : points) {
        mean += point[column] / points.length;
      }
      for (int row = 0; row < points.length; row++) {
        centred.set(row, column, points[row][column] - mean);
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(points.length, columns, false, true, true);
    svd.decompose(centred.copy());
    DMatrixRMaj directions = svd.getV(null, true);
    SingularOps_DDRM.descendingOrder(
        null, false, svd.getSingularValues(), svd.numberOfSingularValues(), directions, true);
    double total = 0;
    for (double value : svd.getSingularValues()) {
      total += value * value;
    }
    double[][] projected = new double[points.length][count];
    double[] share = new double[count];
    for (int i = 0; i < count; i++) {
      share[i] = svd.getSingularValues()[i] * svd.getSingularValues()[i] / total;
      double sign = sign(directions, i);
      for (int row = 0; row < points.length; row++) {
        for (int column = 0; column < columns; column++) {
          projected[row][i] += sign * centred.get(row, column) * directions.get(i, column);
        }
      }
    }
    return new Pca(projected, share);
  }

  private static double sign(DMatrixRMaj directions, int row) {
    double largest = 0;
    for (int column = 0; column < directions.numCols; column++) {
      if (Math.abs(directions.get(row, column)) > Math.abs(largest)) {
        largest = directions.get(row, column);
      }
    }
    return Math.signum(largest);
  }
}
