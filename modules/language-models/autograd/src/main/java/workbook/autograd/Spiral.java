package workbook.autograd;

import java.util.SplittableRandom;

/// Points in the plane on three arms of a spiral. No straight line parts one arm from the others.
///
/// The set of the course CS231n: on each arm the radius grows from 0 to 1 while the angle turns by
/// 4, with some noise.
///
/// @param points two coordinates for each
/// @param arms which arm each belongs to
record Spiral(float[] points, int[] arms) {

  static final int ARMS = 3;

  static Spiral of(int pointsPerArm, SplittableRandom random) {
    float[] points = new float[ARMS * pointsPerArm * 2];
    int[] arms = new int[ARMS * pointsPerArm];
    for (int i = 0; i < arms.length; i++) {
      int arm = i / pointsPerArm;
      double along = (i % pointsPerArm) / (pointsPerArm - 1.0);
      double angle = 4 * (arm + along) + 0.2 * Init.normal(random);
      points[2 * i] = (float) (along * StrictMath.sin(angle));
      points[2 * i + 1] = (float) (along * StrictMath.cos(angle));
      arms[i] = arm;
    }
    return new Spiral(points, arms);
  }
}
