package workbook.builder.rtf;

import java.util.Random;
import java.util.stream.Stream;

/// Small documents of words, styles, groups and paragraphs, the same ones for the same seed.
final class RandomDocuments {

  static final long SEED = 20261124;

  private static final String[] PIECES = {
    "ways ",
    "up ",
    "x",
    "{\\b bold} ",
    "{\\i slanted} ",
    "\\b b\\b0  ",
    "{\\b\\i both} ",
    "caf\\'e9 ",
    "\\u24314?",
    "\\u36896?",
    "2 ",
    "a*b_c ",
    "1. ",
    "# ",
    "<i> & ",
    "- ",
    "`t` ",
    "[l](m) ",
    "\\par\n",
    "{\\*\\odd gone}",
    "\\line ",
    "(\\b y\\b0 )",
    "\\\\ ",
    "\\{ ",
    "\\} "
  };

  private RandomDocuments() {}

  static Stream<String> of(int count) {
    System.out.printf("random documents: seed %d%n", SEED);
    Random random = new Random(SEED);
    return Stream.generate(() -> one(random)).limit(count).toList().stream();
  }

  private static String one(Random random) {
    StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg1252\\uc1 Start ");
    int pieces = 5 + random.nextInt(30);
    for (int i = 0; i < pieces; i++) {
      rtf.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return rtf.append("end.\\par}").toString();
  }
}
