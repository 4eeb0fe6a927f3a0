package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.tree.Tree;

/// The launcher itself, in a workbook of one topic. Its Maven is a script that notes what it is
/// asked for and writes the class paths of this very build.
@Tag("solutions")
@DisabledOnOs(OS.WINDOWS)
@DisplayName("The launcher")
class LauncherTest {

  private static final String COMMAND = "-B process-classes -Dlauncher -am -pl :command";
  private static final String HELLO =
      "-B -q process-classes -Dlauncher -am -pl modules/greetings/hello";

  @TempDir private Path folder;
  private Sample sample;
  private Path maven;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(Files.createDirectories(folder.resolve("here/workbook")));
    deleteClassPaths();
    Path launcher = Tree.around(Path.of("")).root().resolve("workbook");
    Files.copy(launcher, sample.path("workbook"), StandardCopyOption.COPY_ATTRIBUTES);
    maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
    Path classPath = folder.resolve("class-path");
    Files.writeString(classPath, classPath());
    Files.writeString(
        maven,
        """
        #!/bin/sh
        printf '%%s\\n' "$*" >>'%s'
        touch -t 203001010000 target/workbook/trained
        for module in workbook/command greetings/hello; do
          case $* in
            *:${module#*/}*|*modules/$module*)
              mkdir -p modules/$module/target/class-path
              cp '%s' modules/$module/target/class-path/runtime
              cp '%2$s' modules/$module/target/class-path/test ;;
          esac
        done
        """
            .formatted(folder.resolve("asked"), classPath));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  /// The class path of these tests, without the tests.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void deleteClassPaths() throws IOException {
    Files.delete(sample.path("modules/greetings/hello/target/class-path/test"));
    Files.delete(sample.path("modules/greetings/hello/target/class-path/runtime"));
  }

  private Executed run(Path launcher, String... arguments)
      throws IOException, InterruptedException {
    return run(Map.of(), launcher, arguments);
  }

  private Executed run(Map<String, String> environment, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    File errors = folder.resolve("errors").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    builder.environment().merge("PATH", maven.getParent() + ":", (path, bin) -> bin + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Executed(process.waitFor(), output, Files.readString(errors.toPath()));
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(folder.resolve("asked"));
  }

  @Test
  @DisplayName("builds the command and the topic that is named, and nothing a second time")
  void named() throws Exception {
    Executed first = run(sample.path("workbook"), "run", "hello", "world");

    assertThat(first.output()).isEqualTo("Hello, world!\n");
    assertThat(first.errors()).startsWith("Building the workbook.");
    assertThat(run(sample.path("workbook"), "run", "hello", "you").output())
        .isEqualTo("Hello, you!\n");
    assertThat(asked()).containsExactly(COMMAND + ",:hello");
  }

  @Test
  @DisplayName("works through a symbolic link, from elsewhere; a topic is built when it is needed")
  void link() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("bin/wb"), Path.of("../here/wb"));
    Files.createSymbolicLink(folder.resolve("here/wb"), Path.of("workbook/workbook"));

    assertThat(run(link, "list").output()).isEqualTo("greetings\n  hello  Who is greeted?\n");
    assertThat(asked()).containsExactly(COMMAND);
    assertThat(folder.resolve("bin/target")).doesNotExist();

    Executed run = run(link, "run", "hello", "world");
    assertThat(run.output()).isEqualTo("Hello, world!\n");
    assertThat(run.errors())
        .isEqualTo("Building hello. The first time, Maven downloads what is needed.\n");
    assertThat(asked()).containsExactly(COMMAND, HELLO);
  }

  @Test
  @DisplayName(
      "builds a topic again when a pom has changed since, and says so in the language asked for")
  void pom() throws Exception {
    run(sample.path("workbook"), "run", "hello", "world");
    Path pom = sample.path("modules/greetings/hello/pom.xml");
    Files.setLastModifiedTime(pom, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(run(sample.path("workbook"), "--lang", "zh", "run", "hello", "world"))
        .isEqualTo(new Executed(0, "Hello, world!\n", "正在编译 hello。第一次编译时，Maven 会下载所需的库。\n"));
    assertThat(asked()).containsExactly(COMMAND + ",:hello", HELLO);
  }

  @Test
  @DisplayName("takes no path and no empty argument for a topic, where a shelf has a page, too")
  void noTopic() throws Exception {
    sample.write("modules/greetings/pom.xml", "<project/>");
    sample.write("modules/greetings/README.md", "# Greetings");
    for (String argument : List.of("", "/1", "./hello", "../hello")) {
      Executed check = run(sample.path("workbook"), "check", argument);

      assertThat(check.status()).as(argument).isEqualTo(2);
      assertThat(check.errors().lines().toList())
          .as(argument)
          .hasSize(2)
          .first()
          .asString()
          .startsWith("Building the workbook.");
      Files.delete(sample.path("target/workbook/built"));
    }
    assertThat(asked()).containsOnly(COMMAND);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @DisplayName("knows names in every script where the locale is not installed, and its language")
  void locale() throws Exception {
    Path launcher = sample.path("workbook");
    run(launcher, "list");
    String missing = "没有叫 '中文' 的主题。./workbook list 列出全部主题";
    for (String name : List.of("LANG", "LC_ALL", "LC_MESSAGES")) {
      Map<String, String> locale =
          new HashMap<>(Map.of("LC_ALL", "", "LC_MESSAGES", "", "LANG", ""));
      locale.put(name, "zh_XX.UTF-8");
      assertThat(run(locale, launcher, "check", "中文").errors()).as(name).contains(missing);
    }
    Map<String, String> english = Map.of("LC_ALL", "C", "LANG", "zh_CN.UTF-8");
    assertThat(run(english, launcher, "check", "中文").errors())
        .contains("no topic is called '中文'. ");
  }

  @Test
  @DisplayName("says in one line where nothing is built, and nothing can be written")
  void readOnly() throws Exception {
    sample.write("target", "a file where the folder should be");

    Executed run = run(sample.path("workbook"), "list");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            "workbook: the command is not built yet, and cannot be: %s cannot be written to\n"
                .formatted(sample.path("").toString().replaceAll("/$", "")));
  }
}
