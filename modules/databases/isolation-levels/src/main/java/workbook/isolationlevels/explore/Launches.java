package workbook.isolationlevels.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workbook.isolationlevels.run.Event;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;

/// The orders in which runs have launched their steps. While a step waits, those behind it in its
/// session are put off: so several interleavings launch their steps in one order, which is all that
/// the server sees of them.
final class Launches {

  /// What is known once some steps have been launched.
  private static final class Node {
    private final Map<Step, Node> next = new HashMap<>();
    private Optional<Set<String>> waiting = Optional.empty();
    private boolean differs;

    /// @param sessions those that waited then
    void saw(Set<String> sessions) {
      differs |= waiting.isPresent() && !waiting.get().equals(sessions);
      waiting = Optional.of(Set.copyOf(sessions));
    }
  }

  private final Node root = new Node();

  /// Learns from a run. If a step has failed, others were left out, and nothing is learnt.
  void add(Run run) {
    if (run.done().anyMatch(done -> done.result().failed())) {
      return;
    }
    Node node = root;
    Set<Step> launched = new HashSet<>();
    Set<String> waiting = new HashSet<>();
    for (Event event : run.events()) {
      Step step =
          switch (event) {
            case Event.Done done -> done.step();
            case Event.Waiting waits -> waits.step();
            default -> null;
          };
      if (step == null) {
        continue;
      }
      if (launched.add(step)) {
        node.saw(waiting);
        node = node.next.computeIfAbsent(step, _ -> new Node());
      }
      if (event instanceof Event.Waiting) {
        waiting.add(step.session());
      } else {
        waiting.remove(step.session());
      }
    }
    node.saw(waiting);
  }

  /// A permutation in the order in which its steps will be launched, as far as that is known.
  Permutation order(Permutation permutation) {
    List<Step> remaining = new ArrayList<>(permutation.steps());
    List<Step> launched = new ArrayList<>();
    Node node = root;
    while (node != null && !node.differs && node.waiting.isPresent()) {
      Set<String> waiting = node.waiting.get();
      Optional<Step> next =
          remaining.stream().filter(step -> !waiting.contains(step.session())).findFirst();
      if (next.isEmpty()) {
        break;
      }
      remaining.remove(next.get());
      launched.add(next.get());
      node = node.next.get(next.get());
    }
    launched.addAll(remaining);
    return Permutation.of(launched);
  }
}
