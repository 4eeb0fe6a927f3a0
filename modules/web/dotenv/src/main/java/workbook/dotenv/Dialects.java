package workbook.dotenv;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Table;

/// One text, three readers: who cuts at `=`, Node, and npm's dotenv.
@Command(
    name = "dotenv/dialects",
    description = "What three readers make of the same text: split(\"=\"), Node and npm's dotenv.")
public final class Dialects implements Example {

  private static final List<String> LINES =
      List.of(
          "A=b=c==",
          "A=\"a b\"",
          "A=a#b",
          "A=\"a#b\" # why",
          "export A=1",
          "A=\"1\\n2\"",
          "A='1\\n2'",
          "A=\"1\n2\"",
          "A: 1",
          "A=\"a\\\"b\"",
          "A='it's'",
          "A=\"x\" y",
          "A=\"x\nB=1",
          "A=1\nB\nC=2");

  @Parameters(
      index = "0",
      paramLabel = "TEXT",
      arity = "0..1",
      description = "A text of your own; the page's if not given.")
  private String text;

  static void main(String[] args) {
    Example.main(new Dialects(), args);
  }

  @Override
  public int run(PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("text", "split(\"=\")", "Node", "npm dotenv"));
    for (String line : text == null ? LINES : List.of(text)) {
      rows.add(
          List.of(
              Table.oneLine(line),
              shown(SplitParser.parse(line)),
              shown(NodeParser.parse(".env", line).values()),
              shown(DotenvParser.parse(".env", line).values())));
    }
    Table.print(rows, out);
    return 0;
  }

  private static String shown(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> Table.oneLine(entry.getKey() + " is " + entry.getValue()))
        .collect(Collectors.joining("; "));
  }
}
