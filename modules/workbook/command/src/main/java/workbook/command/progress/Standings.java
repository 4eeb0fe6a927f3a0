package workbook.command.progress;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.progress.Standing.Of;

/// How exercises stand, in the order of their topics and numbers.
///
/// @param remembered what the progress file holds; what changed last comes last
public record Standings(List<Of> all, SequencedMap<String, Entry> remembered) {

  /// The standings of topics as their files are now.
  public static Standings of(Tree tree, List<Topic> topics) {
    SequencedMap<String, Entry> remembered = new Progress(tree).read();
    List<Of> all =
        topics.stream().flatMap(topic -> Standing.in(tree, topic, remembered).stream()).toList();
    new Originals(tree).keep(all.stream().map(Of::exercise).toList());
    return new Standings(all, remembered);
  }

  public List<Of> in(Topic topic) {
    return all.stream().filter(of -> of.exercise().topic().equals(topic)).toList();
  }

  public long solved() {
    return all.stream().filter(of -> of.standing() == Standing.SOLVED).count();
  }

  /// Whether nothing was ever done.
  public boolean isUntouched() {
    return remembered.isEmpty()
        && all.stream().allMatch(of -> of.standing() == Standing.NOT_STARTED);
  }

  /// What to do next, unless all is solved: something in the topic that was worked on last, and
  /// there what was begun before what was not.
  public Optional<Of> next() {
    return remembered.sequencedKeySet().reversed().stream()
        .map(id -> id.substring(0, id.indexOf('/')))
        .distinct()
        .flatMap(topic ->
            next(all.stream().filter(of -> of.exercise().topic().name().equals(topic)).toList())
                .stream())
        .findFirst()
        .or(() -> next(all));
  }

  private static Optional<Of> next(List<Of> among) {
    List<Of> unsolved = among.stream().filter(of -> of.standing() != Standing.SOLVED).toList();
    return unsolved.stream()
        .filter(of -> of.standing() != Standing.NOT_STARTED)
        .findFirst()
        .or(() -> unsolved.stream().findFirst());
  }
}
