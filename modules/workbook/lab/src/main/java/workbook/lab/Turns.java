package workbook.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How long the same took here and elsewhere, in turns, so that both find the machine in the same
/// state. The medians do not see a turn in which something else was running.
public final class Turns {

  private record Turn(double here, double there) {}

  private final List<Turn> turns = new ArrayList<>();

  /// One turn of both.
  public void add(double here, double there) {
    turns.add(new Turn(here, there));
  }

  public double here() {
    return median(Turn::here);
  }

  public double there() {
    return median(Turn::there);
  }

  /// How many times as long the other took, in the middle of all turns.
  public double times() {
    return median(turn -> turn.there / turn.here);
  }

  /// Of an even number the upper one of both in the middle.
  private double median(ToDoubleFunction<Turn> of) {
    return turns.stream().mapToDouble(of).sorted().toArray()[turns.size() / 2];
  }
}
