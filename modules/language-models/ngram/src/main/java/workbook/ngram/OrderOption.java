package workbook.ngram;

import picocli.CommandLine.Option;
import workbook.lab.Example;

/// The option that says how long the n-grams are.
final class OrderOption {

  static final int LARGEST = 20;

  @Option(
      names = "--order",
      paramLabel = "N",
      description = "The length of the longest n-grams, from 1 to 20.")
  private Integer order;

  /// @param standard what it is if it is not given
  /// @throws IllegalArgumentException if it is not from 1 to 20
  int orElse(int standard) {
    return order == null ? standard : Example.between("--order", order, 1, LARGEST);
  }
}
