package workbook.statespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/// One training of the comparison: who learns what, and from which random numbers.
///
/// @param arm what mixes the places
/// @param selective whether the symbols stand anywhere, or at the first places
record Trial(Arm arm, boolean selective, long seed) {

  static final int PLACES = 64;
  static final int SYMBOLS = 3;
  static final Mamba.Size SIZE = new Mamba.Size(32, 64, 8);
  static final int STEPS = 600;
  static final int SEEDS = 5;

  /// How a trial went.
  ///
  /// @param symbols the share of the symbols repeated without an error, of sequences not trained on
  /// @param whole the share of the sequences all of whose symbols are right
  record Outcome(Trial trial, double symbols, double whole) {

    /// As a line of a file: `mamba,gate,selective,1,0.9912,0.9668`.
    String line() {
      return String.format(Locale.ROOT, "%s,%.4f,%.4f", trial.name(), symbols, whole);
    }

    /// @return nothing if the line is none, or of a trial that is not among these
    static Optional<Outcome> of(String line) {
      if (!line.matches("[a-z+]+,gate,(selective|fixed),[0-9](,(0\\.[0-9]{4}|1\\.0000)){2}")) {
        return Optional.empty();
      }
      String[] parts = line.split(",");
      String name = String.join(",", List.of(parts).subList(0, 4));
      return all().stream()
          .filter(trial -> trial.name().equals(name))
          .findFirst()
          .map(trial ->
              new Outcome(trial, Double.parseDouble(parts[4]), Double.parseDouble(parts[5])));
    }
  }

  /// The kinds of trial, those first that say most.
  static final List<Trial> KINDS = kinds();

  private static List<Trial> kinds() {
    List<Trial> kinds = new ArrayList<>();
    for (String mixer : "mamba lti convolution".split(" ")) {
      kinds.add(new Trial(Arm.of(mixer, true), true, 0));
    }
    kinds.add(new Trial(Arm.of("convolution", true), false, 0));
    for (String mixer : "delta b c b+c delta+c delta+b".split(" ")) {
      kinds.add(new Trial(Arm.of(mixer, true), true, 0));
    }
    return List.copyOf(kinds);
  }

  /// Each kind with each seed.
  static List<Trial> all() {
    return LongStream.rangeClosed(1, SEEDS)
        .boxed()
        .flatMap(seed -> KINDS.stream().map(kind -> kind.seed(seed)))
        .toList();
  }

  Trial seed(long other) {
    return new Trial(arm, selective, other);
  }

  CopyTask task() {
    return new CopyTask(PLACES, SYMBOLS, selective);
  }

  String name() {
    return String.join(
        ",",
        arm.mixer(),
        arm.gate() ? "gate" : "no gate",
        selective ? "selective" : "fixed",
        Long.toString(seed));
  }
}
