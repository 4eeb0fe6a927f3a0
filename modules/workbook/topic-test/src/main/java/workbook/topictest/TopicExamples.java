package workbook.topictest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import workbook.answers.tree.Topic;
import workbook.lab.Example;

/// That each of a topic's examples says how it is called, and refuses in one line what it does not
/// take. To be inherited in a line:
///
/// ```java
/// class ExamplesTest extends TopicExamples {}
/// ```
@DisplayName("The examples of this topic")
public abstract class TopicExamples {

  /// What is neither an option nor a word that an example knows, and converts to any number.
  private static final String ANY = "1";

  /// A digit to `Character.isDigit` and to `Integer.parseInt`, but not an ASCII one.
  private static final String WIDE = "５";

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, Integer.class, long.class, Long.class, BigInteger.class);

  private final Topic topic = new Topic(Path.of("").toAbsolutePath());

  @Test
  @DisplayName("are all of the same kind, and there is one")
  void all() {
    assertThat(types()).isNotEmpty().allMatch(Example.class::isAssignableFrom);
  }

  @TestFactory
  @DisplayName("answer --help")
  Stream<DynamicTest> help() {
    return each(example -> {
      Printed printed = by(example, List.of("--help"));
      assertThat(printed.err()).isEmpty();
      assertThat(printed.out()).startsWith("Usage: ./workbook run " + example.name() + " ");
      assertThat(printed.status()).isZero();
    });
  }

  @TestFactory
  @DisplayName("refuse an option that is not there")
  Stream<DynamicTest> unknown() {
    return each(example ->
        assertRefused(
            example,
            with(required(example), "--no-such-option"),
            "there is no option --no-such-option; there are "));
  }

  @TestFactory
  @DisplayName("refuse a surplus argument")
  Stream<DynamicTest> surplus() {
    return each(example -> {
      List<PositionalParamSpec> places = example.positionalParameters();
      if (places.stream().noneMatch(ArgSpec::isMultiValue)) {
        List<String> full = Collections.nCopies(places.size(), ANY);
        // Where words have a meaning ANY may be refused before.
        boolean taken = places.stream().allMatch(place -> place.converters().length == 0);
        assertRefused(
            example, with(full, "surplus"), taken ? "there is no place for 'surplus'; " : "");
      }
    });
  }

  @TestFactory
  @DisplayName("refuse what is no number in ASCII digits, one too many, and none")
  Stream<DynamicTest> numbers() {
    return each(example -> {
      for (PositionalParamSpec place : example.positionalParameters()) {
        if (isNumber(place)) {
          List<String> before = Collections.nCopies(place.index().min(), ANY);
          assertNumber(example, before, place.paramLabel());
        }
      }
      for (OptionSpec option : example.options()) {
        if (isNumber(option)) {
          String name = option.longestName();
          List<String> before = with(required(example), name);
          assertNumber(example, before, name);
          assertRefused(example, before, name + " needs a value: " + name + " ");
          assertRefused(
              example, with(before, ANY, name, ANY), name + " stands twice, and is taken once");
        }
      }
    });
  }

  @TestFactory
  @DisplayName("name what is missing")
  Stream<DynamicTest> missing() {
    return each(example -> {
      List<String> all = required(example);
      for (PositionalParamSpec place : example.positionalParameters()) {
        if (place.arity().min() > 0) {
          assertRefused(
              example,
              all.subList(0, place.index().min()),
              place.paramLabel() + " is missing; what is taken: ");
        }
      }
    });
  }

  private static void assertNumber(CommandSpec example, List<String> before, String name) {
    assertRefused(
        example,
        with(before, WIDE),
        "%s must be a whole number, and was '%s'".formatted(name, WIDE));
    assertRefused(example, with(before, "1e3"), name + " must be a whole number, and was '1e3'");
  }

  private static boolean isNumber(ArgSpec argument) {
    return NUMBERS.contains(argument.type()) && argument.converters().length == 0;
  }

  private static List<String> required(CommandSpec example) {
    return example.positionalParameters().stream()
        .flatMap(place -> Collections.nCopies(place.arity().min(), ANY).stream())
        .toList();
  }

  private static List<String> with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Arrays.stream(more)).toList();
  }

  private static void assertRefused(CommandSpec example, List<String> arguments, String reason) {
    Printed printed = by(example, arguments);
    assertThat(printed.err())
        .as("what is said of %s", arguments)
        .startsWith(example.name() + ": " + reason)
        .hasLineCount(1);
    assertThat(printed.out()).as("what is printed with %s", arguments).isEmpty();
    assertThat(printed.status()).as("the status of %s", arguments).isEqualTo(2);
  }

  private static Printed by(CommandSpec example, List<String> arguments) {
    return Printed.by(
        (Example) made(example.userObject().getClass()), arguments.toArray(String[]::new));
  }

  private Stream<DynamicTest> each(Consumer<CommandSpec> test) {
    return types()
        .map(type -> CommandSpec.forAnnotatedObject(made(type)))
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> test.accept(example)));
  }

  private Stream<Class<?>> types() {
    return topic.examples().stream()
        .map(example -> {
          try {
            return Class.forName(example.mainClass());
          } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /// What an example is made with matters only once it runs, and here none does.
  private static Object made(Class<?> type) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    try {
      return constructor.newInstance(
          Arrays.stream(constructor.getParameterTypes())
              .map(parameter -> Array.get(Array.newInstance(parameter, 1), 0))
              .toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
