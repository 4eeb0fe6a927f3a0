package workbook.command.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.UserError;

@DisplayName("Notes in the terminal")
class NotesTextTest {

  private static final String TOPIC = "modules/greetings/hello/";

  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
  }

  private String text(String markdown) throws IOException {
    return text(markdown, 40);
  }

  private String text(String markdown, int width) throws IOException {
    sample.write(TOPIC + "README.md", markdown);
    return text(Language.ENGLISH, Language.ENGLISH, false, new Screen(width, false));
  }

  private String withAnswers(String markdown) throws IOException {
    sample.write(TOPIC + "README.md", markdown);
    return text(Language.ENGLISH, Language.ENGLISH, true, new Screen(40, false));
  }

  private String inColour(String markdown) throws IOException {
    sample.write(TOPIC + "README.md", markdown);
    return text(Language.ENGLISH, Language.ENGLISH, false, new Screen(40, true));
  }

  private String chinese(String markdown, Language preferred) throws IOException {
    sample.write(TOPIC + "README.zh-CN.md", markdown);
    return text(Language.CHINESE, preferred, false, new Screen(40, false));
  }

  private String text(Language language, Language preferred, boolean answers, Screen screen) {
    return new Notes(sample.tree(), sample.tree().topic("hello"), language, preferred, answers)
        .text(screen);
  }

  @Test
  @DisplayName("a page that is not there is said")
  void noPage() throws IOException {
    Files.delete(sample.path(TOPIC + "README.zh-CN.md"));

    assertThatThrownBy(() -> text(Language.CHINESE, Language.ENGLISH, false, new Screen(80, false)))
        .isInstanceOf(UserError.class)
        .hasMessage("hello has no notes in 'zh': there is no " + TOPIC + "README.zh-CN.md");
  }

  @Nested
  @DisplayName("prose")
  class Prose {

    @Test
    @DisplayName("is wrapped to the width; the page's own line ends are blanks")
    void paragraphs() throws IOException {
      assertThat(text("One two three four five six seven\neight nine ten.\n\nEleven."))
          .isEqualTo("One two three four five six seven eight\nnine ten.\n\nEleven.\n");
    }

    @Test
    @DisplayName("in Chinese has no blank where the page's line ends, but has one beside Latin")
    void chineseLineEnds() throws IOException {
      assertThat(chinese("一。\n二\nint\n三", Language.CHINESE)).isEqualTo("一。二 int 三\n");
    }

    @Test
    @DisplayName("ends a line where the page asks for it")
    void hardBreaks() throws IOException {
      assertThat(text("One  \ntwo<br>three\\\nfour")).isEqualTo("One\ntwo\nthree\nfour\n");
    }

    @Test
    @DisplayName("keeps code apart by back quotes without colour, and by colour with it")
    void code() throws IOException {
      assertThat(text("An `int` is **not** *long*.")).isEqualTo("An `int` is not long.\n");
      assertThat(inColour("An `int` is **not** *long*.").replace("\033", "^"))
          .isEqualTo("An ^[36mint^[0m is ^[1mnot^[0m ^[3mlong^[0m.\n");
    }

    @Test
    @DisplayName("headings are underlined by their level")
    void headings() throws IOException {
      assertThat(text("# 标题 `x`\n## Two\n### Three\ntext"))
          .isEqualTo("标题 `x`\n========\n\nTwo\n---\n\nThree\n\ntext\n");
      assertThat(inColour("# A").replace("\033", "^")).isEqualTo("^[1mA^[0m\n^[1m=^[0m\n");
    }

    @Test
    @DisplayName("a picture is what it shows, and what is no text is not shown")
    void pictures() throws IOException {
      assertThat(
              text("![a *tree*](x.svg)\n\n<!-- not for readers -->\n\n<sub>low</sub> a<!-- b -->c"))
          .isEqualTo("[a tree]\n\nlow ac\n");
      assertThat(text("<p align=\"center\">\n<img src=\"x.svg\" alt=\"a tree\" width=\"9\">\n</p>"))
          .isEqualTo("[a tree]\n");
    }

    @Test
    @DisplayName("entities are the characters that they mean")
    void entities() throws IOException {
      assertThat(text("a &lt; b\n\n<p>c &amp; d</p>")).isEqualTo("a < b\n\nc & d\n");
    }

    @Test
    @DisplayName("a rule goes over the whole width")
    void rule() throws IOException {
      assertThat(text("a\n\n---\n\nb")).isEqualTo("a\n\n" + "-".repeat(40) + "\n\nb\n");
    }
  }

  @Nested
  @DisplayName("a link")
  class LinkTargets {

    @Test
    @DisplayName("to a page outside shows its address, once")
    void outside() throws IOException {
      assertThat(text("[OEIS](https://oeis.org) <https://oeis.org> [x](mailto:x@y.z)", 80))
          .isEqualTo("OEIS (https://oeis.org) https://oeis.org x (x@y.z)\n");
    }

    @Test
    @DisplayName("to other notes shows the command that reads them")
    void otherNotes() throws IOException {
      sample.write("modules/greetings/bye/pom.xml", "<project/>");
      sample.write("modules/greetings/bye/README.md", "# Bye");
      String links = "[bye](../bye/README.md#x) [中文](README.zh-CN.md)";

      assertThat(text(links, 80))
          .isEqualTo("bye (./workbook read bye) 中文 (./workbook read hello --lang zh)\n");
    }

    @Test
    @DisplayName("to other notes names the language where the reader's own is another")
    void otherLanguage() throws IOException {
      assertThat(chinese("[a](README.md)", Language.ENGLISH))
          .isEqualTo("a (./workbook read hello)\n");
      assertThat(chinese("[a](README.md)", Language.CHINESE))
          .isEqualTo("a (./workbook read hello --lang en)\n");
    }

    @Test
    @DisplayName("within the page, or to a file beside it, shows no more than its text")
    void within() throws IOException {
      assertThat(
              text(
                  "[a](#b) [b](src/main) [c](README.md#b) [d](../../../README.md)"
                      + " [e](../no/README.md)"))
          .isEqualTo("a b c d e\n");
    }
  }

  @Nested
  @DisplayName("a list or quote")
  class Containers {

    @Test
    @DisplayName("hangs the lines of an item below its first word")
    void items() throws IOException {
      assertThat(
              text(
                  """
                  - one two three four five six seven eight nine
                  - b
                    1. c
                    2. d
                  """))
          .isEqualTo(
              """
              - one two three four five six seven
                eight nine
              - b
                1. c
                2. d
              """);
    }

    @Test
    @DisplayName("counts from where the page does")
    void numbers() throws IOException {
      assertThat(text("9. a\n10. b\n")).isEqualTo("9. a\n10. b\n");
    }

    @Test
    @DisplayName("of paragraphs is as loose as on the page")
    void loose() throws IOException {
      assertThat(text("- a\n\n  b\n\n- c\n-\n")).isEqualTo("- a\n\n  b\n\n- c\n\n-\n");
    }

    @Test
    @DisplayName("that quotes has a mark before every line")
    void quote() throws IOException {
      assertThat(text("> one two three four five six seven eight nine\n>\n> - ten\n"))
          .isEqualTo("| one two three four five six seven\n| eight nine\n|\n| - ten\n");
    }
  }

  @Nested
  @DisplayName("code")
  class Code {

    @Test
    @DisplayName("stands apart, with its file, and is not wrapped")
    void java() throws IOException {
      String line = "int " + "x".repeat(50) + ";";
      assertThat(text("```java src/A.java#a\nint a;\n\n  int b;\n```\n"))
          .isEqualTo("    src/A.java#a:\n    int a;\n\n      int b;\n");
      assertThat(text("```java does-not-compile\n" + line + "\n```\n"))
          .isEqualTo("    " + line + "\n");
    }

    @Test
    @DisplayName("stands as far to the right as there is room for")
    void room() throws IOException {
      for (int room = 0; room <= 5; room++) {
        String line = "x".repeat(40 - room);
        assertThat(text("```text\n" + line + "\n```\n"))
            .isEqualTo(" ".repeat(Math.min(room, 4)) + line + "\n");
      }
    }

    @Test
    @DisplayName("in Java is coloured, and nothing else is")
    void colours() throws IOException {
      assertThat(inColour("```java a/B.java\nint a;\n```\n").replace("\033", "^"))
          .isEqualTo("    ^[2ma/B.java:^[0m\n    ^[35mint^[0m a;\n");
      for (String plain : new String[] {"mermaid", "console", "javascript", "console engines=a"}) {
        assertThat(inColour("```" + plain + "\nint a;\n```\n")).isEqualTo("    int a;\n");
      }
      assertThat(inColour("    int a;\n")).isEqualTo("    int a;\n");
    }
  }

  @Nested
  @DisplayName("a table")
  class Tables {

    @Test
    @DisplayName("is aligned as the page says, wide characters and all")
    void aligned() throws IOException {
      assertThat(
              text(
                  """
                  | 写法 | n | mid | end |
                  | --- | --: | :-: | :-- |
                  | 递归，慢 | 46 | a | x |
                  | `fast` | 1 | bcd | |
                  """))
          .isEqualTo(
              """
              写法       n  mid  end
              --------  --  ---  ---
              递归，慢  46   a   x
              `fast`     1  bcd
              """);
    }

    @Test
    @DisplayName("wraps its widest column first, and then keeps its rows apart")
    void wrapped() throws IOException {
      assertThat(
              text(
                  """
                  | id | what there is to do |
                  | --- | --- |
                  | one/1 | count the ways to climb the stairs two by two |
                  | one/2 | b |
                  """))
          .isEqualTo(
              """
              id     what there is to do
              -----  ---------------------------------
              one/1  count the ways to climb the
                     stairs two by two

              one/2  b
              """);
    }

    @Test
    @DisplayName("fills the width to its last column")
    void full() throws IOException {
      String row = "| %s | %s |\n";
      assertThat(
              text(
                  row.formatted("a", "b")
                      + "| - | - |\n"
                      + row.formatted("c".repeat(19), "d e".repeat(6) + "f")))
          .contains("c".repeat(19) + "  " + "d e".repeat(6) + "f\n");
    }

    // Three columns and the two gaps between them: 12 + 2 + 12 + 2 + 12 = 40.
    @Test
    @DisplayName("of three columns fills the width, and wraps what has one column more")
    void three() throws IOException {
      String row = "| abcdef abcde | abcdef abcde | %s |\n";
      String start = "abcdef abcde  abcdef abcde  ";
      String header = "| a | b | c |\n| - | - | - |\n";

      assertThat(text(header + row.formatted("abcdef abcde"))).contains(start + "abcdef abcde\n");
      assertThat(text(header + row.formatted("abcdef abcdef"))).contains(start + "abcdef\n");
    }

    @Test
    @DisplayName("has a bold header, and plain rows")
    void header() throws IOException {
      assertThat(inColour("| a |\n| - |\n| b |\n").replace("\033", "^"))
          .isEqualTo("^[1ma^[0m\n-\nb\n");
    }

    @Test
    @DisplayName("becomes paragraphs where its words do not fit side by side")
    void narrow() throws IOException {
      String word = "abcdefghijklmnopqrst";
      assertThat(
              text(
                  "| a | b | |\n| - | - | - |\n| %s | %s | %s |\n| 1 | 2 | 3 |\n"
                      .formatted(word, word + " abcdefghijklmno", "end")))
          .isEqualTo(
              """
              a: %1$s
                b: %1$s
                abcdefghijklmno
                end

              a: 1
                b: 2
                3
              """
                  .formatted(word));
    }
  }

  @Nested
  @DisplayName("an answer")
  class Answers {

    private static final String QUESTION =
        """
        What is 1 + 1?

        <details><summary>The <b>answer</b> &amp; why</summary>

        It is *2*:

        - one
        - one more

        </details>

        And then?
        """;

    @Test
    @DisplayName("is not seen before it is asked for")
    void folded() throws IOException {
      assertThat(text(QUESTION))
          .isEqualTo(
              """
              What is 1 + 1?

              The answer & why
                (answer: ./workbook read hello --answers)

              And then?
              """);
    }

    @Test
    @DisplayName("is wrapped to the width that its indentation leaves")
    void wrapped() throws IOException {
      String words = "one two three four five six seven ";
      assertThat(withAnswers("<details>\n\n" + words + "38th\n\n</details>"))
          .isEqualTo("Answer\n  " + words + "38th\n");
      assertThat(withAnswers("<details>\n\n" + words + "39 is\n\n</details>"))
          .isEqualTo("Answer\n  " + words + "39\n  is\n");
    }

    @Test
    @DisplayName("in Chinese tells the command in Chinese")
    void foldedChinese() throws IOException {
      assertThat(chinese("<details>\n\n二\n\n</details>", Language.ENGLISH))
          .isEqualTo("答案\n  （答案：./workbook read hello --lang zh --answers）\n");
      assertThat(chinese("<details>\n\n二\n\n</details>", Language.CHINESE))
          .contains("（答案：./workbook read hello --answers）");
    }

    @Test
    @DisplayName("stands below its summary when it is asked for")
    void unfolded() throws IOException {
      assertThat(withAnswers(QUESTION))
          .isEqualTo(
              """
              What is 1 + 1?

              The answer & why
                It is 2:

                - one
                - one more

              And then?
              """);
    }

    @Test
    @DisplayName("is found however it is written: on one line, without summary, one in another")
    void forms() throws IOException {
      assertThat(withAnswers("<details><summary>A</summary>b</details>")).isEqualTo("A\n  b\n");
      assertThat(withAnswers("<DETAILS open>\n\nb\n\n</DETAILS>")).isEqualTo("Answer\n  b\n");
      assertThat(
              withAnswers(
                  "<details><summary>A</summary>\n\n"
                      + "b\n\n"
                      + "<details>\n"
                      + "<summary>C</summary>\n\n"
                      + "d\n\n"
                      + "</details>\n"
                      + "</details>\n\n"
                      + "e"))
          .isEqualTo("A\n  b\n\n  C\n    d\n\ne\n");
      assertThat(
              withAnswers(
                  "<details><summary>A</summary>\n\n"
                      + "b\n\n"
                      + "</details>\n"
                      + "<details><summary>C</summary>\n\n"
                      + "d\n\n"
                      + "</details>\n\n"
                      + "e"))
          .isEqualTo("A\n  b\n\nC\n  d\n\ne\n");
    }

    @Test
    @DisplayName("stands in a list where its question does")
    void inList() throws IOException {
      assertThat(withAnswers("1. a\n\n   <details>\n\n   b\n\n   </details>\n\n2. c\n"))
          .isEqualTo("1. a\n\n   Answer\n     b\n\n2. c\n");
    }

    @Test
    @DisplayName("that is closed twice closes once")
    void unbalanced() throws IOException {
      assertThat(withAnswers("a\n\n</details>\n\nb")).isEqualTo("a\n\nb\n");
    }
  }
}
