package workbook.answers.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workbook.answers.UserError;
import workbook.answers.build.Classes;
import workbook.answers.build.Javac;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// What the fenced blocks of notes hold if nothing has drifted.
final class Bindings {

  /// Blocks that are bound to nothing: what they hold no program here could say.
  static final Set<String> FREE = Set.of("text", "sql", "mermaid", "sh", "diff");

  private static final Pattern CONSOLE = Pattern.compile("console(?: engines=([\\w,]+)| (slow))?");
  private static final Pattern FILE = Pattern.compile("(\\w+) ([^\\s#]+)(?:#(.+))?");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final String PROMPT = "$ ./workbook run ";

  /// The line of an excerpt that stands for those that it leaves out.
  static final String LEFT_OUT = "…";

  private final Tree tree;
  private final Classes classes;
  private final Set<String> engines;
  private final boolean slow;
  private final Examples examples;
  private final Map<String, String> outputs = new HashMap<>();

  /// @param engines the database engines whose blocks are to be run
  /// @param slow whether the blocks are to be run that say so of themselves
  Bindings(Tree tree, Classes classes, Set<String> engines, boolean slow, Examples examples) {
    this.tree = tree;
    this.classes = classes;
    this.engines = engines;
    this.slow = slow;
    this.examples = examples;
  }

  /// What a block must hold. For a free block, and for one that is not to be run, that is what it
  /// holds.
  ///
  /// @throws IllegalArgumentException if the block is bound to something that is not there
  String content(Page page, Page.Block block) {
    String info = block.info();
    if (FREE.contains(info)) {
      return block.content();
    }
    if (info.equals("java does-not-compile")) {
      return withCompilerMessage(page, block.content());
    }
    Matcher console = CONSOLE.matcher(info);
    if (console.matches()) {
      return isAskedFor(console) ? withOutput(block.content(), console.group(1)) : block.content();
    }
    Matcher file = FILE.matcher(info);
    if (file.matches()) {
      return fromFile(page.file().resolveSibling(file.group(2)), file.group(3));
    }
    throw new IllegalArgumentException(
        "a block must say what it shows: a file, as in ```java src/main/java/…/Stairs.java#ways, or console, or java does-not-compile; only %s may stand alone"
            .formatted(FREE.stream().sorted().collect(Collectors.joining(", "))));
  }

  private boolean isAskedFor(Matcher console) {
    String blockEngines = console.group(1);
    return (blockEngines == null || engines.containsAll(List.of(blockEngines.split(","))))
        && (console.group(2) == null || slow);
  }

  private static String fromFile(Path file, String member) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file.normalize());
    }
    if (member != null) {
      return Members.find(file, member);
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String withOutput(String content, String blockEngines) {
    String command = content.lines().findFirst().orElse("");
    if (!command.startsWith(PROMPT)) {
      throw new IllegalArgumentException("a console block begins with '%s…'".formatted(PROMPT));
    }
    String output =
        outputs.computeIfAbsent(
            command + " " + blockEngines, _ -> output(words(command), blockEngines));
    return isExcerpt(content.lines().skip(1).toList(), output.lines().toList())
        ? content
        : command + "\n" + output;
  }

  /// Whether lines are parts of an output in their order, with a line of its own, `…`, wherever
  /// something was left out.
  private static boolean isExcerpt(List<String> shown, List<String> output) {
    int from = 0;
    boolean left = false;
    for (List<String> part : parts(shown)) {
      int at = Collections.indexOfSubList(output.subList(from, output.size()), part);
      if (at < 0 || !left && at > 0) {
        return false;
      }
      from += at + part.size();
      left = true;
    }
    return shown.contains(LEFT_OUT) && (from == output.size() || shown.getLast().equals(LEFT_OUT));
  }

  /// What stands between the lines that say that something was left out.
  private static List<List<String>> parts(List<String> shown) {
    List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : shown) {
      if (line.equals(LEFT_OUT)) {
        parts.add(new ArrayList<>());
      } else {
        parts.getLast().add(line);
      }
    }
    return parts;
  }

  private String output(List<String> words, String blockEngines) {
    try {
      String engines = blockEngines == null ? "" : blockEngines;
      String output = examples.output(words.get(3), words.subList(4, words.size()), engines);
      return output.isEmpty() || output.endsWith("\n") ? output : output + "\n";
    } catch (UserError e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// The words of a command line, with quotes as in a shell.
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      for (int group = 1; group <= 3; group++) {
        if (matcher.group(group) != null) {
          words.add(matcher.group(group));
        }
      }
    }
    return words;
  }

  private String withCompilerMessage(Page page, String content) {
    List<String> lines = new ArrayList<>(content.lines().toList());
    while (!lines.isEmpty() && (lines.getLast().startsWith("//") || lines.getLast().isBlank())) {
      lines.removeLast();
    }
    String code = String.join("\n", lines) + "\n";
    Javac.Result result = Javac.compile(inContext(page, code), classPath(page));
    if (!result.failed()) {
      throw new IllegalArgumentException("this block compiles, and says that it does not");
    }
    return code + asComment(result.report());
  }

  /// The first error of a report, without its place and without the line that it quotes.
  private static String asComment(String report) {
    List<String> lines = report.lines().toList();
    int caret =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).strip().equals("^"))
            .findFirst()
            .orElseThrow();
    Stream<String> message = lines.stream().limit(caret - 1L);
    Stream<String> details =
        lines.stream().skip(caret + 1L).takeWhile(line -> line.startsWith(" "));
    return Stream.concat(message, details)
        .map(line -> "// " + line.strip().replaceFirst("^.*?: (?=error: )", "") + "\n")
        .collect(Collectors.joining());
  }

  private List<Path> classPath(Page page) {
    return tree.moduleOf(page.file()).map(classes::runtimeClassPath).orElse(List.of());
  }

  /// Statements as the body of a method in the topic's package; a type as it is.
  private String inContext(Page page, String code) {
    boolean type =
        code.lines()
            .anyMatch(line ->
                line.matches(
                    "(package|(public |final |abstract |sealed )*+(class|record|interface|enum))"
                        + " .*"));
    if (type) {
      return code;
    }
    String topicPackage =
        tree.moduleOf(page.file())
            .map(module -> "package workbook." + new Topic(module).name().replace("-", "") + ";\n")
            .orElse("");
    return topicPackage
        + "import module java.base;\nclass Snippet {\n  void run() throws Exception {\n"
        + code
        + "  }\n}\n";
  }
}
