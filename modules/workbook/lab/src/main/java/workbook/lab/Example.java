package workbook.lab;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Something to run, whose fields with picocli's annotations are its options:
///
/// ```java
/// @Command(name = "climbing-stairs", description = "In how many ways can you climb n steps?")
/// public final class ClimbingStairs implements Example {
///
///   @Parameters(paramLabel = "N", arity = "0..1", description = "The number of steps.")
///   private int n = 46;
///
///   static void main(String[] args) {
///     Example.main(new ClimbingStairs(), args);
///   }
///
///   @Override
///   public int run(PrintStream out) {
///     out.println(ways(n));
///     return 0;
///   }
/// }
/// ```
///
/// Every example answers `--help`. What is wrong with its arguments becomes one line, and the exit
/// status 2: what picocli finds, and the message of an [IllegalArgumentException] or of a
/// [Refusal]. What such an exception has suppressed gets a line of its own.
public interface Example {

  /// Does it, once the options are set.
  ///
  /// @return the exit status
  int run(PrintStream out);

  /// The same, for an example that has something to say beside its output: it overrides this.
  default int run(PrintStream out, PrintStream err) {
    return run(out);
  }

  /// Runs an example, and ends the JVM with its exit status if that is not 0.
  static void main(Example example, String... args) {
    printAlikeEverywhere();
    int status = run(example, System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// From here on numbers have the same digits and points in every country.
  static void printAlikeEverywhere() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
  }

  /// Runs an example.
  ///
  /// @param err where a line goes that says what is wrong with the arguments
  /// @return the exit status: the example's own, or 2
  static int run(Example example, PrintStream out, PrintStream err, String... args) {
    CommandLine line = new CommandLine(example);
    CommandSpec spec = line.getCommandSpec();
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Say what there is to choose, and end.")
            .build());
    spec.usageMessage().synopsisHeading("Usage: ./workbook run ").sortOptions(false);
    line.registerConverter(int.class, whole(Integer::valueOf))
        .registerConverter(Integer.class, whole(Integer::valueOf))
        .registerConverter(long.class, whole(Long::valueOf))
        .registerConverter(Long.class, whole(Long::valueOf))
        .registerConverter(BigInteger.class, whole(BigInteger::new))
        .registerConverter(double.class, Example::number)
        .setOut(new PrintWriter(out, true));
    try {
      line.parseArgs(args);
      if (line.isUsageHelpRequested()) {
        line.usage(out);
        return 0;
      }
      return example.run(out, err);
    } catch (ParameterException e) {
      return refused(spec, err, reason(spec, e));
    } catch (IllegalArgumentException | Refusal e) {
      refused(spec, err, e.getMessage());
      for (Throwable also : e.getSuppressed()) {
        refused(spec, err, also.getMessage());
      }
      return CommandLine.ExitCode.USAGE;
    }
  }

  private static int refused(CommandSpec spec, PrintStream err, String reason) {
    err.println(Printable.line(spec.name() + ": " + reason));
    return CommandLine.ExitCode.USAGE;
  }

  private static String reason(CommandSpec spec, ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().getFirst();
      return unmatched.isUnknownOption()
          ? "there is no option %s; there are %s".formatted(first, options(spec))
          : "there is no place for '%s'; %s".formatted(first, places(spec));
    }
    if (e instanceof MissingParameterException missing) {
      return missing(spec, missing.getMissing().getFirst());
    }
    if (e instanceof OverwrittenOptionException twice) {
      return name(twice.getOverwritten()) + " stands twice, and is taken once";
    }
    if (e.getCause() instanceof TypeConversionException wrong && e.getArgSpec() != null) {
      return name(e.getArgSpec()) + " " + wrong.getMessage();
    }
    return e.getMessage();
  }

  private static String missing(CommandSpec spec, ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? "%1$s needs a value: %1$s %2$s".formatted(option.longestName(), option.paramLabel())
        : "%s is missing; %s".formatted(argument.paramLabel(), places(spec));
  }

  private static String options(CommandSpec spec) {
    return spec.options().stream().map(OptionSpec::longestName).collect(Collectors.joining(", "));
  }

  private static String places(CommandSpec spec) {
    List<String> labels =
        spec.positionalParameters().stream().map(ArgSpec::paramLabel).distinct().toList();
    return labels.isEmpty()
        ? "only options are taken"
        : "what is taken: " + String.join(" ", labels);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /// Takes ASCII digits only: other scripts' digits would be taken here and refused there.
  private static <T> ITypeConverter<T> whole(ITypeConverter<T> converter) {
    return text -> {
      if (text.matches("[+-]?[0-9]+")) {
        try {
          return converter.convert(text);
        } catch (NumberFormatException _) {
          throw new TypeConversionException("is too large, and was '%s'".formatted(text));
        }
      }
      throw new TypeConversionException("must be a whole number, and was '%s'".formatted(text));
    };
  }

  /// Takes what a reader calls a number: no hexadecimal digits, no `1f`, no NaN.
  private static double number(String text) {
    if (text.matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,4})?")) {
      return Double.parseDouble(text);
    }
    throw new TypeConversionException("must be a number, and was '%s'".formatted(text));
  }

  /// A number that has to lie within bounds.
  ///
  /// @param name as it is typed: `--order`, or the label of the argument
  /// @throws IllegalArgumentException if it does not
  static long between(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be a whole number from %d to %d, and was '%d'"
              .formatted(name, least, most, value));
    }
    return value;
  }

  /// The same for an `int`.
  static int between(String name, int value, int least, int most) {
    return (int) between(name, (long) value, least, most);
  }
}
