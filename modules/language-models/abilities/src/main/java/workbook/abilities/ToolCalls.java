package workbook.abilities;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// What becomes of calls that a model writes, well and badly. Nobody was trained here: a script
/// writes, and only the loop and the calculator are real.
@Command(
    name = "abilities/tool-calls",
    description = "Print what becomes of calls of a calculator that a model writes.")
public final class ToolCalls implements Example {

  private static final List<String> SHOWN =
      List.of(
          "[12345678+87654321=99999998]",
          "[7/0=0]",
          "[99999999999*99999999999=1]",
          "[two+2=4]",
          "[1+[2+3=5]=6]",
          "[12+30]",
          "[12+30",
          "no call");

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "What the model writes, as '[1+2=4]'; some calls if nothing is given.")
  private List<String> texts = SHOWN;

  static void main(String[] args) {
    Example.main(new ToolCalls(), args);
  }

  @Override
  public int run(PrintStream out) {
    texts.forEach(text -> Terms.checkPrintable("TEXT", text));
    print(out, "a script writes", "what stands there", "thrown away");
    for (String text : texts) {
      ToolLoop.Written written =
          ToolLoop.run(Writer.script(text), Calculator::answer, "A question with [1+1= in it. ");
      print(out, text, written.text(), written.thrownAway());
    }
    return 0;
  }

  private static void print(PrintStream out, String script, String written, String thrownAway) {
    out.println("%-29s%-46s%s".formatted(script, written, thrownAway).stripTrailing());
  }
}
