package workbook.command;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;

/// What a shell may complete a word to: the names that are in the tree when the script for the
/// shell is made.
abstract sealed class Candidates implements Iterable<String> {

  private static final List<Class<?>> KINDS =
      List.of(
          Shelves.class, Topics.class, Examples.class, Exercises.class, TopicsAndExercises.class);

  private final Path folder;
  private final Function<Tree, Stream<String>> names;

  private Candidates(Path folder, Function<Tree, Stream<String>> names) {
    this.folder = folder;
    this.names = names;
  }

  @Override
  public Iterator<String> iterator() {
    return names.apply(Tree.around(folder)).iterator();
  }

  static final class Shelves extends Candidates {
    Shelves(Path folder) {
      super(folder, tree -> tree.shelves().stream());
    }
  }

  static final class Topics extends Candidates {
    Topics(Path folder) {
      super(folder, tree -> tree.topics().stream().map(topic -> topic.name()));
    }
  }

  static final class Examples extends Candidates {
    Examples(Path folder) {
      super(
          folder,
          tree ->
              tree.topics().stream()
                  .flatMap(topic ->
                      topic.examples().stream()
                          .map(example ->
                              example.own() ? topic.name() : topic.name() + "/" + example.name())));
    }
  }

  static final class Exercises extends Candidates {
    Exercises(Path folder) {
      super(
          folder,
          tree ->
              tree.topics().stream()
                  .flatMap(topic -> Exercise.of(topic).stream())
                  .map(Exercise::id));
    }
  }

  static final class TopicsAndExercises extends Candidates {
    TopicsAndExercises(Path folder) {
      super(
          folder,
          tree ->
              tree.topics().stream()
                  .flatMap(topic ->
                      Stream.concat(
                          Stream.of(topic.name()), Exercise.of(topic).stream().map(Exercise::id))));
    }
  }

  /// Makes candidates for the tree around a folder, and all else as picocli does.
  static CommandLine.IFactory factory(Path folder) {
    return new CommandLine.IFactory() {
      @Override
      public <K> K create(Class<K> type) throws Exception {
        return KINDS.contains(type)
            ? type.getDeclaredConstructor(Path.class).newInstance(folder)
            : CommandLine.defaultFactory().create(type);
      }
    };
  }
}
