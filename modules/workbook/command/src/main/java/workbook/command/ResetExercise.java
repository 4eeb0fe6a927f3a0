package workbook.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import workbook.answers.UserError;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.progress.Originals;
import workbook.command.progress.Progress;
import workbook.command.read.Language;

@Command(
    name = "reset",
    description = "Bring a stub back. Your answer goes into .workbook/backups.",
    mixinStandardHelpOptions = true)
final class ResetExercise implements Callable<Integer> {

  private static final int NOT_DONE = 1;

  @ParentCommand private Workbook workbook;

  @Mixin private ExerciseName target;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    Tree tree = workbook.tree();
    Language language = workbook.language();
    Exercise exercise = target.in(workbook, tree);
    byte[] stub = new Originals(tree).of(exercise).getBytes(StandardCharsets.UTF_8);
    Path file = exercise.file();
    String name = tree.root().relativize(file).toString();
    if (Files.isDirectory(file)) {
      throw new UserError("%s is a folder. Remove it first".formatted(name));
    }
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), stub)) {
      new Progress(tree).forget(exercise.id());
      System.out.println(
          language.say("%s is as it was given.", "%s 就是最初的骨架。").formatted(exercise.id()));
      return 0;
    }
    if (!yes
        && !isConfirmed(
            language
                .say("Bring the stub of %s back to %s?", "把 %s 的骨架恢复到 %s 吗？")
                .formatted(exercise.id(), name))) {
      System.out.println(language.say("Nothing was changed.", "没有改动。"));
      return NOT_DONE;
    }
    if (Files.exists(file)) {
      System.out.println(
          language.say("Your answer is kept in ", "你的答案保存在 ")
              + tree.root().relativize(backup(tree, exercise)));
    }
    Files.createDirectories(file.getParent());
    Files.write(file, stub);
    new Progress(tree).forget(exercise.id());
    System.out.println(language.say("The stub is back in ", "骨架已恢复：") + name);
    return 0;
  }

  private static boolean isConfirmed(String question) throws IOException {
    System.out.print(question + " [y/N] ");
    System.out.flush();
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String answer = input.readLine();
    if (answer == null) {
      System.out.println();
      throw new UserError("the question was not answered. --yes resets without asking");
    }
    return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
  }

  /// Copies the learner's file to a name that no earlier backup has.
  private static Path backup(Tree tree, Exercise exercise) throws IOException {
    Path folder = tree.root().resolve(".workbook/backups").resolve(exercise.id());
    Files.createDirectories(folder);
    int number = 1;
    while (Files.exists(folder.resolve("answer-%d.java".formatted(number)))) {
      number++;
    }
    return Files.copy(exercise.file(), folder.resolve("answer-%d.java".formatted(number)));
  }
}
