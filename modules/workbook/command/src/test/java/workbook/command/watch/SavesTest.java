package workbook.command.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A save is told")
class SavesTest {

  @TempDir private Path folder;
  private final BlockingQueue<Set<Path>> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Exception> failures = new LinkedBlockingQueue<>();
  private Path file;
  private Saves saves;

  @BeforeEach
  void watch() throws IOException {
    file = Files.createDirectories(folder.resolve("a/b")).resolve("Answer.java");
    Files.writeString(file, "before");
    saves =
        new Saves(List.of(folder.resolve("a"), folder.resolve("none")), told::add, failures::add);
  }

  @AfterEach
  void close() {
    saves.close();
    assertThat(failures).isEmpty();
  }

  /// What is told next, file by file: more may be told with it.
  private void assertTold(Path expected) throws InterruptedException {
    Set<Path> next = told.poll(30, TimeUnit.SECONDS);
    assertThat(next).isNotNull().contains(expected);
  }

  /// Nothing more is told of what was done up to now: of a save that follows it is told first.
  private void assertNothingMore() throws IOException, InterruptedException {
    Path last = folder.resolve("a/Last.java");
    Files.writeString(last, "last");
    assertThat(told.poll(30, TimeUnit.SECONDS)).containsExactly(last);
  }

  @Test
  @DisplayName("once, when a file is written in place")
  void inPlace() throws Exception {
    Files.writeString(file, "after");
    assertTold(file);
    assertNothingMore();
  }

  @Test
  @DisplayName("once, when another file takes its name, as vim and emacs save")
  void renamed() throws Exception {
    Path backup = file.resolveSibling("Answer.java~");
    Files.move(file, backup);
    Files.writeString(file, "after");
    Files.delete(backup);
    assertTold(file);
    assertNothingMore();

    Path next = file.resolveSibling("#next#");
    Files.writeString(next, "again");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    assertTold(file);
    assertNothingMore();
  }

  @Test
  @DisplayName("again and again, also with the same content")
  void again() throws Exception {
    for (int i = 1; i <= 5; i++) {
      Files.writeString(file, "same");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1000 * i));
      assertTold(file);
    }
    assertNothingMore();
  }

  @Test
  @DisplayName("when it has content, not while it is empty")
  void empty() throws Exception {
    Files.writeString(file, "");
    assertNothingMore();
    Files.writeString(file, "after", StandardOpenOption.APPEND);
    assertTold(file);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("not when an editor writes what it keeps beside the file")
  @ValueSource(
      strings = {
        ".Answer.java.swp",
        "4913",
        "Answer.java~",
        "#Answer.java#",
        "Answer.java___jb_tmp___"
      })
  void besides(String name) throws Exception {
    Files.writeString(file.resolveSibling(name), "typed, not saved");
    assertNothingMore();
  }

  @Test
  @DisplayName("of a resource too")
  void resource() throws Exception {
    Path resource = Files.createDirectories(folder.resolve("a/resources")).resolve("numbers.txt");
    Files.writeString(resource, "1 2 3");
    assertTold(resource);
  }

  @Test
  @DisplayName("not when only the rights of a file change; but when it goes")
  void gone() throws Exception {
    Files.writeString(file, "after");
    assertTold(file);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    assertNothingMore();
    Files.delete(file);
    assertTold(file);
    Files.writeString(file, "after");
    assertTold(file);
  }

  @Test
  @DisplayName("when the file is a symbolic link, or its folder is one, and the real one is saved")
  void links() throws Exception {
    Path real = Files.createDirectories(folder.resolve("real/inside"));
    Files.writeString(real.resolve("Answer.java"), "before");
    Path link =
        Files.createSymbolicLink(folder.resolve("a/Link.java"), real.resolve("Answer.java"));
    Path linked = Files.createSymbolicLink(folder.resolve("a/linked"), real.getParent());
    Files.createSymbolicLink(folder.resolve("real/round"), folder.resolve("a"));
    Files.writeString(file, "the links are there");
    while (!told.take().contains(file)) {
      // The links themselves are told too.
    }

    Files.writeString(real.resolve("Answer.java"), "after");
    assertThat(told.poll(30, TimeUnit.SECONDS))
        .contains(link, linked.resolve("inside/Answer.java"));
    Files.writeString(real.resolve("next"), "again");
    Files.move(real.resolve("next"), real.resolve("Answer.java"), StandardCopyOption.ATOMIC_MOVE);
    assertThat(told.poll(30, TimeUnit.SECONDS)).contains(link);
  }

  @Test
  @DisplayName("in a folder that is new, or gone and there again")
  void folders() throws Exception {
    Files.delete(file);
    Files.delete(file.getParent());
    Path deep = Files.createDirectories(file.getParent().resolve("c"));
    Files.writeString(deep.resolve("New.java"), "new");
    assertTold(deep.resolve("New.java"));
    Files.writeString(deep.resolve("New.java"), "newer");
    assertTold(deep.resolve("New.java"));
    Files.writeString(file, "back");
    assertTold(file);
  }

  @Test
  @Tag("solutions")
  @DisplayName("in folders that are made while the one above them is taken note of")
  void foldersWithinFolders() throws Exception {
    for (int i = 1; i <= 40; i++) {
      Path made = folder.resolve("a/" + i + "/c/d/e/New.java");
      Files.createDirectories(made.getParent());
      Files.writeString(made, "new");
      assertTold(made);
      Files.writeString(made, "newer");
      assertTold(made);
    }
  }
}
