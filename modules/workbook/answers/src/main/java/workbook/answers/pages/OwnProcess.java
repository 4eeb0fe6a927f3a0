package workbook.answers.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import workbook.answers.build.Run;
import workbook.answers.tree.Tree;

/// Each example in a process of its own, as `./workbook run` does it.
public record OwnProcess(Tree tree) implements Examples {

  @Override
  public String output(String target, List<String> arguments, String engines) {
    ProcessBuilder builder = Run.process(tree, target, arguments);
    if (!engines.isEmpty()) {
      builder.command().add(1, "-Dengines=" + engines);
    }
    try {
      Process process = builder.directory(tree.root().toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
