package workbook.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import workbook.answers.tree.Tree;

/// A workbook with one topic, `greetings/hello`, made for a test.
public final class Sample {

  private static final String PAGE =
      """
      # Hello

      Who is greeted? ([other language](%s))

      ## Run it

      ```console
      $ ./workbook run hello world
      Hello, world!
      ```

      ```java src/main/java/workbook/hello/Hello.java#greeting
      static String greeting(String name) {
        return "Hello, " + name + "!";
      }
      ```

      ```java does-not-compile
      String greeting = Hello.greeting(42);
      // error: incompatible types: int cannot be converted to String
      ```

      ```text
      %s
      ```

      See [the command](#run-it) and [the table](../../../%s#topics).
      """;

  private static final String FIRST_PAGE =
      """
      # Sample

      ## Topics

      | topic | what | run it | exercises |
      | --- | --- | --- | --- |
      | [hello](modules/greetings/hello/%s) | who is greeted | `./workbook run hello world` | 0 |
      """;

  private final Path root;

  private Sample(Path root) {
    this.root = root;
  }

  /// Writes the workbook into a folder.
  public static Sample in(Path folder) throws IOException {
    // Links in the path of a temporary folder would make two names of each file.
    Sample sample = new Sample(folder.toRealPath());
    sample.write("modules/workbook/.keep", "");
    sample.write("README.md", FIRST_PAGE.formatted("README.md"));
    sample.write("README.zh-CN.md", FIRST_PAGE.formatted("README.zh-CN.md"));
    String topic = "modules/greetings/hello/";
    sample.write(
        topic + "pom.xml",
        "<project><artifactId>hello</artifactId><description>Who is"
            + " greeted?</description></project>");
    sample.write(topic + "README.md", PAGE.formatted("README.zh-CN.md", "text", "README.md"));
    sample.write(topic + "README.zh-CN.md", PAGE.formatted("README.md", "文字", "README.zh-CN.md"));
    sample.write(
        topic + "src/main/java/workbook/hello/Hello.java",
        """
        package workbook.hello;

        /// Greets.
        class Hello {

          /// The greeting for a name.
          static String greeting(String name) {
            return "Hello, " + name + "!";
          }

          static void main(String[] args) {
            if (args.length != 1) {
              System.err.println("hello: one name is needed, not " + args.length);
              System.exit(2);
            }
            IO.println(greeting(args[0]));
          }
        }
        """);
    // What the Maven build would have written: this topic depends on nothing.
    sample.write(topic + "target/class-path/runtime", "");
    sample.write(topic + "target/class-path/test", System.getProperty("java.class.path"));
    return sample;
  }

  public Tree tree() {
    return new Tree(root);
  }

  public Path path(String file) {
    return root.resolve(file);
  }

  public void write(String file, String content) throws IOException {
    Path path = path(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    if (path.endsWith("pom.xml")) {
      // The Maven build came after it.
      Files.setLastModifiedTime(path, FileTime.fromMillis(0));
    }
  }

  public String read(String file) throws IOException {
    return Files.readString(path(file));
  }

  /// Replaces the one occurrence of a text in a file.
  public void replace(String file, String from, String to) throws IOException {
    String content = read(file);
    if (content.split(java.util.regex.Pattern.quote(from), -1).length != 2) {
      throw new IllegalArgumentException(file + " does not hold exactly one '" + from + "'");
    }
    write(file, content.replace(from, to));
  }
}
