package workbook.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// [Elementary] for whole vectors, line by line. A choice between two values is made by computing
/// both and blending them.
final class VectorElementary {

  private static final int ROUND_BITS = Float.floatToRawIntBits(Elementary.ROUND);
  private static final int SIGN = 0x80000000;

  private static final FloatVector ROUND = all(Elementary.ROUND);
  private static final FloatVector LOG2_E = all(Elementary.LOG2_E);
  private static final FloatVector EXP_6 = all(Elementary.EXP_6);
  private static final FloatVector EXP_5 = all(Elementary.EXP_5);
  private static final FloatVector EXP_4 = all(Elementary.EXP_4);
  private static final FloatVector EXP_3 = all(Elementary.EXP_3);
  private static final FloatVector EXP_2 = all(Elementary.EXP_2);
  private static final FloatVector TANH_11 = all(Elementary.TANH_11);
  private static final FloatVector TANH_9 = all(Elementary.TANH_9);
  private static final FloatVector TANH_7 = all(Elementary.TANH_7);
  private static final FloatVector TANH_5 = all(Elementary.TANH_5);
  private static final FloatVector TANH_3 = all(Elementary.TANH_3);
  private static final FloatVector TAIL = all(Elementary.TAIL);
  private static final FloatVector TAIL_7 = all(Elementary.TAIL_7);
  private static final FloatVector TAIL_6 = all(Elementary.TAIL_6);
  private static final FloatVector TAIL_5 = all(Elementary.TAIL_5);
  private static final FloatVector TAIL_4 = all(Elementary.TAIL_4);
  private static final FloatVector TAIL_3 = all(Elementary.TAIL_3);
  private static final FloatVector TAIL_2 = all(Elementary.TAIL_2);
  private static final FloatVector TAIL_1 = all(Elementary.TAIL_1);
  private static final FloatVector MINUS_LN_2 = all(-Elementary.LN_2);
  private static final FloatVector MINUS_LN_2_REST = all(-Elementary.LN_2_REST);
  private static final FloatVector ONE = all(1);
  private static final FloatVector TWO = all(2);

  private VectorElementary() {}

  static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.max(-104).min(89);
    FloatVector shifted = bounded.fma(LOG2_E, ROUND);
    FloatVector n = shifted.sub(Elementary.ROUND);
    FloatVector r = n.fma(MINUS_LN_2, bounded);
    r = n.fma(MINUS_LN_2_REST, r);
    FloatVector p = EXP_6.fma(r, EXP_5);
    p = p.fma(r, EXP_4);
    p = p.fma(r, EXP_3);
    p = p.fma(r, EXP_2);
    FloatVector power = p.fma(r.mul(r), r).add(1);
    IntVector exponent = shifted.reinterpretAsInts().sub(ROUND_BITS);
    IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
    return power.mul(powerOf2(half)).mul(powerOf2(exponent.sub(half)));
  }

  private static FloatVector powerOf2(IntVector n) {
    return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
  }

  static FloatVector tanh(FloatVector x) {
    FloatVector size = x.abs();
    FloatVector large = ONE.sub(TWO.div(exp(size.mul(2)).add(1)));
    FloatVector u = size.mul(size);
    FloatVector p = TANH_11.fma(u, TANH_9);
    p = p.fma(u, TANH_7);
    p = p.fma(u, TANH_5);
    p = p.fma(u, TANH_3);
    FloatVector small = p.mul(u).fma(size, size);
    FloatVector result =
        large.blend(small, size.compare(VectorOperators.LT, Elementary.TANH_SMALL));
    IntVector sign = x.reinterpretAsInts().and(SIGN);
    return result.reinterpretAsInts().or(sign).reinterpretAsFloats();
  }

  static FloatVector sigmoid(FloatVector x) {
    return ONE.div(exp(x.neg()).add(1));
  }

  static FloatVector gelu(FloatVector x) {
    return x.mul(normal(x, density(x)));
  }

  static FloatVector density(FloatVector x) {
    return exp(x.mul(-0.5f).mul(x));
  }

  static FloatVector normal(FloatVector x, FloatVector density) {
    FloatVector t = ONE.div(x.abs().fma(TAIL, ONE));
    FloatVector p = TAIL_7.fma(t, TAIL_6);
    p = p.fma(t, TAIL_5);
    p = p.fma(t, TAIL_4);
    p = p.fma(t, TAIL_3);
    p = p.fma(t, TAIL_2);
    p = p.fma(t, TAIL_1);
    FloatVector tail = p.mul(t).mul(density);
    return ONE.sub(tail).blend(tail, x.compare(VectorOperators.LT, 0));
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(Species.BEST, value);
  }
}
