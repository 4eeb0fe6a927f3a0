package workbook.recurrent;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// One word with two meanings: a bank with money and a bank of a river. A table of words has one
/// vector for it; two language models that read its surroundings have as many as there are places.
@Command(
    name = "recurrent/contexts",
    description = "Compare the vectors of one word in sentences where it means different things.")
public final class Contexts implements Example {

  /// None of these is in the text that is learned from; the word is the second `bank` of each.
  static final List<String> ASKED =
      List.of(
          "she keeps gold at the bank . the bank pays interest .",
          "he borrows money at the bank . the bank lends gold .",
          "she fishes at the bank . the bank is muddy .",
          "he swims at the bank . the bank is green .");

  static void main(String[] args) {
    Example.main(new Contexts(), args);
  }

  @Override
  public int run(PrintStream out) {
    Surroundings contexts = Surroundings.trained();
    int width = Surroundings.WIDTH;
    out.printf(
        "how alike is '%s' in two sentences? (cosine; seed %d)%n%n",
        Surroundings.WORD, Surroundings.SEED);
    for (int i = 0; i < ASKED.size(); i++) {
      out.printf("  %d  %s%n", i + 1, ASKED.get(i));
    }
    out.printf("%n       table  forward  backward   both%n");
    for (int i = 0; i < ASKED.size(); i++) {
      for (int j = i + 1; j < ASKED.size(); j++) {
        out.printf(
            Locale.ROOT,
            "  %d %d %7.2f  %7.2f  %8.2f  %5.2f%n",
            i + 1,
            j + 1,
            Surroundings.cosine(contexts.fromTable(ASKED.get(i)), contexts.fromTable(ASKED.get(j))),
            contexts.likeness(ASKED.get(i), ASKED.get(j), 0, width),
            contexts.likeness(ASKED.get(i), ASKED.get(j), width, 2 * width),
            contexts.likeness(ASKED.get(i), ASKED.get(j), 0, 2 * width));
      }
    }
    return 0;
  }
}
