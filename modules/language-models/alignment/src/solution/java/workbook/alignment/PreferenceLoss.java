package workbook.alignment;

import java.util.Arrays;

/// The probability of an answer is the product of its tokens' probabilities, so logarithms are
/// summed. A mean would be another policy's, one that does not care for length.
final class PreferenceLoss {

  private PreferenceLoss() {}

  static double of(
      double[] chosen,
      double[] rejected,
      double[] chosenReference,
      double[] rejectedReference,
      double beta) {
    double ofChosen = Arrays.stream(chosen).sum() - Arrays.stream(chosenReference).sum();
    double ofRejected = Arrays.stream(rejected).sum() - Arrays.stream(rejectedReference).sum();
    double margin = beta * (ofChosen - ofRejected);
    return Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
  }
}
