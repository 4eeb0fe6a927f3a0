package workbook.climbingstairs;

/// What [LinearRecurrence] needs to know of numbers: how to add and to multiply them.
///
/// It never subtracts and never divides, so the same code counts ways exactly ([Exact]), modulo
/// some `m` ([Modulo]), and between a lower and an upper bound ([Bounds]).
///
/// @param <N> a number
public interface Numbers<N> {

  N zero();

  N one();

  N plus(N a, N b);

  N times(N a, N b);
}
