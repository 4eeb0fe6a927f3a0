package workbook.isolationlevels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workbook.exercise.Exercise;

/// The learner sees: `a transaction must see what it wrote itself: expected {x=11} but was {x=10}`
///
/// Looks only at what is committed.
@Exercise(
    id = "isolation-levels/4",
    title = "A store with versions: snapshot isolation in memory",
    hints = {
      "Give every commit a number. A transaction remembers the number of the last commit when it"
          + " began, and that is its snapshot.",
      "Keep for each name a list of versions (number of the commit, value). A read takes the newest"
          + " whose number is not above the snapshot's. Where is a version kept until it commits?",
      "write: look whether another open transaction has the name among its own writes, then whether"
          + " the name's newest version is above the snapshot; both are a Conflict."
    })
final class VersionStore {

  private record Version(int commit, int value) {}

  private final Map<String, List<Version>> versions = new HashMap<>();
  private final Set<Transaction> open = new HashSet<>();
  private int commits;

  static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Transaction begin() {
    Transaction transaction = new Transaction();
    open.add(transaction);
    return transaction;
  }

  final class Transaction {
    private final int snapshot = commits;
    private final Map<String, Integer> own = new HashMap<>();

    Map<String, Integer> read() {
      Map<String, Integer> values = new HashMap<>();
      versions.forEach((name, all) ->
          all.stream()
              .filter(version -> version.commit() <= snapshot)
              .reduce((_, newest) -> newest)
              .ifPresent(version -> values.put(name, version.value())));
      return values;
    }

    void write(String name, int value) {
      boolean held = open.stream().anyMatch(other -> other != this && other.own.containsKey(name));
      boolean newer =
          versions.getOrDefault(name, List.of()).stream().anyMatch(v -> v.commit() > snapshot);
      if (held || newer) {
        rollback();
        throw new Conflict();
      }
      own.put(name, value);
    }

    void commit() {
      commits++;
      own.forEach((name, value) ->
          versions.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Version(commits, value)));
      open.remove(this);
    }

    void rollback() {
      own.clear();
      open.remove(this);
    }
  }
}
