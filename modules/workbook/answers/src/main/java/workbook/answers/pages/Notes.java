package workbook.answers.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.answers.build.Classes;
import workbook.answers.pages.Page.Block;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;

/// Pages of notes, in both languages, and whether they still say what is so.
public final class Notes {

  private static final Set<String> NOT_SOURCES = Set.of("target", ".git", "node_modules");
  private static final String ENGLISH = "README.md";
  private static final String CHINESE = "README.zh-CN.md";
  private static final Pattern COMMENT = Pattern.compile("(?m)\\h+#\\h.*$");

  private final Tree tree;
  private final Bindings bindings;
  private final Map<Path, Page> pages = new TreeMap<>();

  /// @param classes what code in the pages is compiled against
  /// @param files the pages
  /// @param engines the database engines whose blocks are to be run
  /// @param slow whether the blocks are to be run that say so of themselves
  /// @param examples what runs an example for the output that a block holds
  public Notes(
      Tree tree,
      Classes classes,
      List<Path> files,
      Set<String> engines,
      boolean slow,
      Examples examples) {
    this.tree = tree;
    this.bindings = new Bindings(tree, classes, engines, slow, examples);
    files.forEach(file -> pages.put(file, Page.read(file)));
  }

  /// The pages below a folder.
  public static List<Path> below(Path folder) {
    return files(folder);
  }

  /// The pages that belong to no topic: the first ones, and those of the shelves.
  public static List<Path> outsideTopics(Tree tree) {
    List<Topic> topics = tree.topics();
    return files(tree.root()).stream()
        .filter(file -> topics.stream().noneMatch(topic -> file.startsWith(topic.folder())))
        .toList();
  }

  /// Everything that is wrong with the pages, by place, as a reader sees it: `README.md:12: …`.
  public List<String> problems() {
    List<Problem> problems = new ArrayList<>();
    Map<Path, Page> linked = new HashMap<>(pages);
    for (Page page : pages.values()) {
      page.blocks().forEach(block -> checkBlock(page, block, problems));
      new Links(linked, page).check(problems);
      checkOtherLanguage(page, problems);
    }
    new Contents(tree, pages).check(problems);
    return problems.stream().sorted().map(problem -> problem.show(tree.root())).toList();
  }

  /// Rewrites every block that has drifted, and returns the pages that have changed.
  ///
  /// @throws IllegalArgumentException if a block is bound to something that is not there
  public List<Path> update() {
    List<Path> changed = new ArrayList<>();
    for (Path file : List.copyOf(pages.keySet())) {
      Page page = pages.get(file);
      try {
        String before = Files.readString(file);
        String after = updated(page, before);
        if (!after.equals(before)) {
          Files.writeString(file, after);
          changed.add(file);
          pages.put(file, Page.read(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return changed;
  }

  private String updated(Page page, String markdown) {
    List<String> lines = new ArrayList<>(markdown.lines().toList());
    for (Block block : page.blocks().reversed()) {
      String content;
      try {
        content = bindings.content(page, block);
      } catch (IllegalArgumentException _) {
        // There is nothing to write; the check that follows says why.
        continue;
      }
      // The line of the fence counts from 1, so it is the index of the first line within.
      int first = block.line();
      int count = (int) block.content().lines().count();
      lines.subList(first, first + count).clear();
      lines.addAll(first, content.lines().toList());
    }
    return String.join("\n", lines) + "\n";
  }

  private void checkBlock(Page page, Block block, List<Problem> problems) {
    try {
      String actual = bindings.content(page, block);
      if (!actual.equals(block.content())) {
        problems.add(
            problem(page, block, Problem.difference(block.info(), block.content(), actual)));
      }
    } catch (IllegalArgumentException e) {
      problems.add(problem(page, block, e.getMessage()));
    }
  }

  /// The two languages hold the same blocks in the same order. Texts and diagrams may be
  /// translated, and so may the comments behind commands.
  private void checkOtherLanguage(Page page, List<Problem> problems) {
    boolean english = page.file().endsWith(ENGLISH);
    Path otherFile = page.file().resolveSibling(english ? CHINESE : ENGLISH);
    Page other = pages.get(otherFile);
    if (other == null) {
      problems.add(
          new Problem(page.file(), 1, "there is no " + otherFile.getFileName() + " beside it"));
      return;
    }
    if (!english) {
      return;
    }
    int count = Math.max(page.blocks().size(), other.blocks().size());
    for (int i = 0; i < count; i++) {
      if (i >= page.blocks().size()) {
        problems.add(problem(other, other.blocks().get(i), "this block is not in " + ENGLISH));
      } else if (i >= other.blocks().size()) {
        problems.add(problem(page, page.blocks().get(i), "this block is not in " + CHINESE));
      } else if (!same(page.blocks().get(i), other.blocks().get(i))) {
        problems.add(
            problem(
                other,
                other.blocks().get(i),
                "the block differs from the one in %s, line %d"
                    .formatted(ENGLISH, page.blocks().get(i).line())));
        return;
      }
    }
  }

  private static boolean same(Block one, Block other) {
    boolean translated = Set.of("text", "mermaid").contains(one.info());
    return one.info().equals(other.info())
        && (translated || withoutComments(one).equals(withoutComments(other)));
  }

  private static String withoutComments(Block block) {
    return block.info().equals("sh")
        ? COMMENT.matcher(block.content()).replaceAll("")
        : block.content();
  }

  private static Problem problem(Page page, Block block, String message) {
    return new Problem(page.file(), block.line(), message);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> files = new ArrayList<>();
      for (Path child : children.sorted(Comparator.naturalOrder()).toList()) {
        String name = child.getFileName().toString();
        if (Files.isDirectory(child) && !NOT_SOURCES.contains(name)) {
          files.addAll(files(child));
        } else if (name.matches("README.*\\.md")) {
          files.add(child);
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
