package workbook.ngram;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The ways to get from counts to probabilities, from wrong to right.
enum Method {
  MAXIMUM_LIKELIHOOD("ml", "max. lik.", MaximumLikelihood::new),
  ADD_ONE("add1", "add 1", counts -> new Additive(counts, 1)),
  WITTEN_BELL("wb", "Witten-Bell", Interpolated::wittenBell),
  BACK_OFF("backoff", "back-off", Backoff::absolute),
  KNESER_NEY("kn", "Kneser-Ney", Interpolated::kneserNey),
  MODIFIED_KNESER_NEY("mkn", "mod. KN", Interpolated::modifiedKneserNey);

  private final String option;
  private final String title;
  private final Function<Counts, NgramModel> model;

  Method(String option, String title, Function<Counts, NgramModel> model) {
    this.option = option;
    this.title = title;
    this.model = model;
  }

  String title() {
    return title;
  }

  NgramModel of(Counts counts) {
    return model.apply(counts);
  }

  /// @throws IllegalArgumentException if there is none, with those that there are
  static Method named(String option) {
    return Arrays.stream(values())
        .filter(method -> method.option.equals(option))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--smoothing is one of %s, and was '%s'"
                    .formatted(
                        Arrays.stream(values())
                            .map(m -> m.option)
                            .collect(Collectors.joining(", ")),
                        option)));
  }
}
