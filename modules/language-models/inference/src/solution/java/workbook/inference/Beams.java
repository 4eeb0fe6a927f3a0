package workbook.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Beam search for texts of a fixed length.
final class Beams {

  private Beams() {}

  @FunctionalInterface
  interface Next {
    double[] logs(int... tokens);
  }

  private record Beam(int[] tokens, double sum) {}

  static int[] best(Next next, int beams, int length) {
    List<Beam> kept = List.of(new Beam(new int[0], 0));
    for (int step = 0; step < length; step++) {
      List<Beam> all = new ArrayList<>();
      for (Beam beam : kept) {
        double[] logs = next.logs(beam.tokens);
        for (int token = 0; token < logs.length; token++) {
          int[] longer = Arrays.copyOf(beam.tokens, step + 1);
          longer[step] = token;
          all.add(new Beam(longer, beam.sum + logs[token]));
        }
      }
      all.sort(Comparator.comparingDouble((Beam beam) -> -beam.sum));
      kept = all.subList(0, Math.min(beams, all.size()));
    }
    return kept.getFirst().tokens;
  }
}
