package workbook.topictest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A program with answers that are known beforehand, in place of one that may not be installed. It
/// is a script of the shell, so it runs where there is one.
public final class Canned {

  private Canned() {}

  /// Writes one that prints a line, and then answers each line that it reads by how it begins.
  ///
  /// @param answers what a line begins with, what is answered, and so on
  /// @return its path
  public static String program(Path folder, String first, String... answers) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\necho '%s'\n".formatted(first));
    script.append("while read -r line; do case \"$line\" in\n");
    for (int i = 0; i < answers.length; i += 2) {
      script.append("\"%s\"*) echo '%s';;%n".formatted(answers[i], answers[i + 1]));
    }
    script.append("esac; done\n");
    Path program = Files.writeString(folder.resolve("canned"), script);
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
    return program.toString();
  }
}
