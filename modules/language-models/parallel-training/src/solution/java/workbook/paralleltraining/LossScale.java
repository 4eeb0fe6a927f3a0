package workbook.paralleltraining;

/// Halved at once, for a step was lost; doubled late, for a trial may lose one.
final class LossScale {

  private final int interval;
  private float scale;
  private int good;

  LossScale(float first, int interval) {
    this.scale = first;
    this.interval = interval;
  }

  float scale() {
    return scale;
  }

  boolean unscale(float[] gradients) {
    for (float g : gradients) {
      if (!Float.isFinite(g)) {
        scale /= 2;
        good = 0;
        return false;
      }
    }
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] /= scale;
    }
    good++;
    if (good == interval) {
      scale *= 2;
      good = 0;
    }
    return true;
  }
}
