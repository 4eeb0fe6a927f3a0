package workbook.alignment;

import java.util.List;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// A distribution over answers that can be learned. An answer is a number.
interface Policy {

  /// What is learned.
  List<Tensor> parameters();

  /// The log-probability of each of these answers, with a way back to the parameters.
  Tensor logProbabilities(Tape t, int... answers);

  /// The log-probabilities of all answers that there are.
  double[] all();
}
