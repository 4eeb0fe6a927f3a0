package workbook.answers.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.answers.tree.Tree;

/// The notes stand in `language-models-notes.txt`, a sentence a line; a line with `#` is a heading.
@DisplayName("The study guide of the language models")
class GuideTest {

  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\w.-])-?\\d+\\.\\d+(?:e[+-]\\d+)?(?!\\.?\\w)");
  private static final Pattern RUN = Pattern.compile("`\\./workbook run ([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)#[^)]+\\)");
  private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| (.+) \\|");

  private final Path folder =
      Tree.around(Path.of("")).root().resolve(Path.of("modules", "language-models"));

  private record Entry(String quote, String text) {}

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  @DisplayName("quotes every sentence of the notes, in their order, and nothing else")
  void sentences(String page) throws IOException {
    String quoted = entries(page).stream().map(Entry::quote).collect(Collectors.joining());
    String rest = squeezed(quoted);
    for (String sentence : notes()) {
      assertThat(rest).as("the quotations from here on").startsWith(squeezed(sentence));
      rest = rest.substring(squeezed(sentence).length());
    }
    assertThat(rest).as("what is quoted and not in the notes").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  @DisplayName("says of each what runs, by a command and a section, or that it is a claim")
  void marked(String page) throws IOException {
    for (Entry entry : entries(page)) {
      String text = entry.text();
      long commands = RUN.matcher(text).results().count();
      assertThat(LINK.matcher(text).results().count())
          .as("links to sections at '%s'", entry.quote())
          .isGreaterThanOrEqualTo(commands);
      assertThat(text)
          .as("'%s'", entry.quote())
          .containsPattern("(?i)\\*\\*run\\*\\*|\\*\\*claim|\\*\\*correction|运行\\*\\*|论断|更正");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  @DisplayName("has its figures from the outputs on the pages that it links")
  void figures(String page) throws IOException {
    String before = "";
    for (Entry entry : entries(page)) {
      List<String> pages = new ArrayList<>();
      for (Matcher link = LINK.matcher(entry.text()); link.find(); ) {
        pages.add(link.group(1));
      }
      String outputs = pages.stream().map(this::outputs).collect(Collectors.joining());
      if (entry.text().matches("(?is).*\\brun\\*\\* the same.*|.*运行\\*\\*同上.*")) {
        outputs += before;
      }
      for (Matcher figure = FIGURE.matcher(entry.text()); figure.find(); ) {
        assertThat(outputs)
            .as("outputs for '%s'", entry.quote())
            .matches(
                printed -> figuresIn(printed).contains(figure.group()), "print " + figure.group());
      }
      if (!pages.isEmpty()) {
        before = outputs;
      }
    }
  }

  private static List<String> figuresIn(String text) {
    return FIGURE.matcher(text).results().map(MatchResult::group).toList();
  }

  private String outputs(String page) {
    return Page.read(folder.resolve(page)).blocks().stream()
        .filter(block -> block.info().startsWith("console"))
        .map(Page.Block::content)
        .collect(Collectors.joining("\n"));
  }

  /// A quotation and the paragraph behind it, or a row of a table; the errata repeat them.
  private List<Entry> entries(String page) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<String> lines = Files.readAllLines(folder.resolve(page));
    boolean inTable = false;
    for (int i = 0; i < lines.size() && !lines.get(i).matches("### (Errata|勘误)"); i++) {
      String line = lines.get(i);
      Matcher row = ROW.matcher(line);
      if (line.startsWith("> ")) {
        entries.add(new Entry(line.substring(2), lines.get(i + 2)));
      } else if (line.matches("\\| (the notes|笔记原文) .*")) {
        inTable = true;
      } else if (inTable && row.matches() && !line.startsWith("| ---")) {
        entries.add(new Entry(row.group(1), row.group(2)));
      } else if (!line.startsWith("|")) {
        inTable = false;
      }
    }
    return entries;
  }

  private static List<String> notes() throws IOException {
    try (InputStream in = GuideTest.class.getResourceAsStream("language-models-notes.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }
}
