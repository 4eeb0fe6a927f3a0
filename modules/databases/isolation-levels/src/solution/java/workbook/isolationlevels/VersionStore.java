package workbook.isolationlevels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A commit has a number, a version the number of its commit, and a snapshot is the number of the
/// last commit. What is not committed stays with its transaction, where nobody else can read it, so
/// a rollback has nothing to undo.
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
      values.putAll(own);
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
