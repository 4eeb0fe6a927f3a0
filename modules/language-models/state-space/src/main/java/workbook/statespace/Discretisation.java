package workbook.statespace;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// How a system h' = A h + B u, which runs in continuous time, becomes one that takes steps: h = Ā
/// h
/// + B̄ u. C stays as it is, as in S4;
///   [scipy](https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.cont2discrete.html)'s
///   bilinear transform changes C and D too.
enum Discretisation {

  /// Zero-order hold: exact if the input stays as it is until the next step. Ā = exp(Δ A), B̄ = A⁻¹
  /// (Ā - I) B. Both stand in the exponential of one larger matrix, so no A has to be inverted (Van
  /// Loan, 1978).
  ZERO_ORDER_HOLD {
    @Override
    void discretise(DMatrixRMaj a, DMatrixRMaj b, double step, DMatrixRMaj[] to) {
      int n = a.getNumRows();
      DMatrixRMaj both = new DMatrixRMaj(n + 1, n + 1);
      CommonOps_DDRM.insert(a, both, 0, 0);
      CommonOps_DDRM.insert(b, both, 0, n);
      CommonOps_DDRM.scale(step, both);
      DMatrixRMaj exponential = exp(both);
      to[0] = CommonOps_DDRM.extract(exponential, 0, n, 0, n);
      to[1] = CommonOps_DDRM.extract(exponential, 0, n, n, n + 1);
    }
  },

  /// The trapezoidal rule: Ā = (I - Δ/2 A)⁻¹ (I + Δ/2 A), B̄ = (I - Δ/2 A)⁻¹ Δ B. A stable system
  /// stays stable at every Δ.
  BILINEAR {
    @Override
    void discretise(DMatrixRMaj a, DMatrixRMaj b, double step, DMatrixRMaj[] to) {
      DMatrixRMaj identity = CommonOps_DDRM.identity(a.getNumRows());
      DMatrixRMaj left = new DMatrixRMaj(a);
      DMatrixRMaj right = new DMatrixRMaj(a);
      CommonOps_DDRM.add(1, identity, -step / 2, a, left);
      CommonOps_DDRM.add(1, identity, step / 2, a, right);
      DMatrixRMaj scaled = b.copy();
      CommonOps_DDRM.scale(step, scaled);
      to[0] = new DMatrixRMaj(a);
      to[1] = new DMatrixRMaj(b);
      CommonOps_DDRM.solve(left, right, to[0]);
      CommonOps_DDRM.solve(left, scaled, to[1]);
    }
  },

  /// One step along the tangent: Ā = I + Δ A, B̄ = Δ B. Where Δ is too large it grows without
  /// bound.
  EULER {
    @Override
    void discretise(DMatrixRMaj a, DMatrixRMaj b, double step, DMatrixRMaj[] to) {
      to[0] = a.copy();
      CommonOps_DDRM.add(1, CommonOps_DDRM.identity(a.getNumRows()), step, a, to[0]);
      to[1] = b.copy();
      CommonOps_DDRM.scale(step, to[1]);
    }
  };

  /// 0.5^16 / 16! is less than 1e-18.
  private static final int TERMS = 16;

  abstract void discretise(DMatrixRMaj a, DMatrixRMaj b, double step, DMatrixRMaj[] to);

  /// @param a A, row by row
  /// @return Ā and B̄ with the C given
  LinearSystem of(double[][] a, double[] b, double[] c, double step) {
    DMatrixRMaj[] to = new DMatrixRMaj[2];
    discretise(new DMatrixRMaj(a), new DMatrixRMaj(b.length, 1, true, b.clone()), step, to);
    double[][] rows = new double[b.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = CommonOps_DDRM.extractRow(to[0], i, null).getData();
    }
    return new LinearSystem(rows, to[1].getData(), c);
  }

  String lowerCase() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The exponential series of a matrix that was halved until its elements are small, squared as
  /// often.
  private static DMatrixRMaj exp(DMatrixRMaj x) {
    int halvings = 0;
    double largest = CommonOps_DDRM.elementMaxAbs(x) * x.getNumRows();
    while (largest > 0.5) {
      largest /= 2;
      halvings++;
    }
    DMatrixRMaj small = x.copy();
    CommonOps_DDRM.scale(Math.scalb(1, -halvings), small);
    DMatrixRMaj sum = CommonOps_DDRM.identity(x.getNumRows());
    DMatrixRMaj term = sum.copy();
    for (int k = 1; k <= TERMS; k++) {
      DMatrixRMaj next = new DMatrixRMaj(term);
      CommonOps_DDRM.mult(1.0 / k, term, small, next);
      term = next;
      CommonOps_DDRM.addEquals(sum, term);
    }
    for (int i = 0; i < halvings; i++) {
      DMatrixRMaj square = new DMatrixRMaj(sum);
      CommonOps_DDRM.mult(sum, sum, square);
      sum = square;
    }
    return sum;
  }
}
