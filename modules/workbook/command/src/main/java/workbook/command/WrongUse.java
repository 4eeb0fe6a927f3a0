package workbook.command;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import workbook.answers.tree.Tree;
import workbook.command.read.Language;

/// What is wrong with a command line, and what would be right.
final class WrongUse {

  private final CommandSpec command;
  private final Language language;

  private WrongUse(CommandSpec command, Language language) {
    this.command = command;
    this.language = language;
  }

  static String of(ParameterException exception, Language language) {
    return new WrongUse(exception.getCommandLine().getCommandSpec(), language).told(exception);
  }

  private String told(ParameterException exception) {
    return switch (exception) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing -> missing(missing.getMissing().getFirst());
      case OverwrittenOptionException twice
          when twice.getOverwritten() instanceof OptionSpec option ->
          say("%s stands twice, and is taken once", "%s 写了两次，只能写一次")
              .formatted(option.longestName());
      // The word that help is to tell of.
      default ->
          exception.getValue() == null || command.parent() != null
              ? "%s. %s".formatted(exception.getMessage().replaceAll("\\.$", ""), help())
              : noCommand(exception.getValue());
    };
  }

  private String unmatched(UnmatchedArgumentException unmatched) {
    String first = unmatched.getUnmatched().getFirst();
    if (unmatched.isUnknownOption()) {
      String options =
          command.options().stream()
              .map(OptionSpec::longestName)
              .collect(Collectors.joining(say(", ", "、")));
      return say("there is no option %s; there are %s", "没有选项 %s；可用的有 %s")
          .formatted(first, options);
    }
    return command.parent() == null
        ? noCommand(first)
        : say("there is no place for '%s'; right is %s", "'%s' 是多余的；正确的写法是 %s")
            .formatted(first, synopsis());
  }

  private String missing(ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? say("%1$s needs a value: %1$s %2$s", "%1$s 缺少值：%1$s %2$s")
            .formatted(option.longestName(), option.paramLabel())
        : say("%s is missing; right is %s", "缺少 %s；正确的写法是 %s")
            .formatted(missing.paramLabel(), synopsis());
  }

  private String noCommand(String word) {
    List<String> commands = List.copyOf(command.subcommands().keySet());
    return language == Language.CHINESE
        ? "没有命令 '%s'。%s"
            .formatted(
                word,
                Tree.near(word, commands)
                    .map("是不是 '%s'？"::formatted)
                    .orElse("可用的有 " + String.join("、", commands)))
        : "there is no command '%s'. %s".formatted(word, Tree.nearest(word, commands));
  }

  private String help() {
    return say("'./%s --help' shows what is possible.", "'./%s --help' 列出可用的写法。")
        .formatted(command.qualifiedName());
  }

  /// As `./workbook run TOPIC[/EXAMPLE] [ARG...]`.
  private String synopsis() {
    String places =
        command.positionalParameters().stream()
            .map(place -> {
              String label = place.paramLabel() + (place.isMultiValue() ? "..." : "");
              return place.arity().min() == 0 ? "[" + label + "]" : label;
            })
            .collect(Collectors.joining(" "));
    return ("./" + command.qualifiedName() + " " + places).strip();
  }

  private String say(String english, String chinese) {
    return language.say(english, chinese);
  }
}
