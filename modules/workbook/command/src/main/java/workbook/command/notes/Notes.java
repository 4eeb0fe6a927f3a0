package workbook.command.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import workbook.command.notes.Page.Block;
import workbook.command.tree.Tree;

/// All pages of notes in a tree, in both languages, and whether they still say what is so.
final class Notes {

  private static final Set<String> NOT_SOURCES = Set.of("target", ".git", "node_modules");
  private static final String ENGLISH = "README.md";
  private static final String CHINESE = "README.zh-CN.md";

  private final Tree tree;
  private final Bindings bindings;
  private final Map<Path, Page> pages = new ConcurrentHashMap<>();

  /// @param engines the database engines whose blocks are to be run
  Notes(Tree tree, Set<String> engines) {
    this.tree = tree;
    this.bindings = new Bindings(tree, engines);
  }

  /// Everything that is wrong with the notes, by place.
  List<Problem> check() {
    List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
    for (Path file : files(tree.root())) {
      pages.put(file, Page.read(file));
    }
    // Blocks run programs, so pages are checked side by side.
    pages.values().parallelStream()
        .forEach(page -> {
          page.blocks().forEach(block -> checkBlock(page, block, problems));
          new Links(pages, page).check(problems);
          checkOtherLanguage(page, problems);
        });
    new Contents(tree, pages).check(problems);
    return problems.stream().sorted().toList();
  }

  /// Rewrites every block that has drifted, and returns the pages that have changed.
  ///
  /// @throws IllegalArgumentException if a block is bound to something that is not there
  List<Path> update() {
    List<Path> changed = new ArrayList<>();
    for (Path file : files(tree.root())) {
      Page page = Page.read(file);
      try {
        String before = Files.readString(file);
        String after = updated(page, before);
        if (!after.equals(before)) {
          Files.writeString(file, after);
          changed.add(file);
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
  /// translated.
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
    return one.info().equals(other.info()) && (translated || one.content().equals(other.content()));
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
