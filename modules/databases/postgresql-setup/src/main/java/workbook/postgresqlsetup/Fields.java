package workbook.postgresqlsetup;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Printable;

/// Lines of `pg_hba.conf`, cut at blanks and cut as the server cuts them.
@Command(
    name = "postgresql-setup/fields",
    description = "Cuts a line of pg_hba.conf into fields: at blanks, and as the server does.")
public final class Fields implements Example {

  @Parameters(
      index = "0",
      paramLabel = "LINE",
      arity = "0..1",
      description = "A line; some that differ if not given.")
  private String line;

  static void main(String[] args) {
    Example.main(new Fields(), args);
  }

  @Override
  public int run(PrintStream out) {
    List<String> lines =
        line != null
            ? List.of(line)
            : List.of(
                "host all all 10.0.0.0/8 md5",
                "host \"my db\" all 10.0.0.0/8 md5",
                "host sales, hr all 10.0.0.0/8 md5",
                "host \"a#b\" all 10.0.0.0/8 md5",
                "host \"a\"\"b\" all 10.0.0.0/8 md5");
    for (String each : lines) {
      out.println(Printable.of(each));
      out.println(Printable.of("  at blanks  " + shown(SplitLine.fields(each))));
      out.println(Printable.of("  server     " + shown(words(each))));
    }
    return 0;
  }

  private static List<String> words(String line) {
    HbaTokenizer tokenizer = new HbaTokenizer(line);
    List<String> fields = new ArrayList<>();
    try {
      while (!tokenizer.atEnd()) {
        List<HbaToken> field =
            tokenizer.field(name -> List.of(new HbaToken("the words of " + name, true)));
        if (!field.isEmpty()) {
          fields.add(field.stream().map(HbaToken::text).collect(Collectors.joining(" + ")));
        }
      }
      return fields;
    } catch (HbaError e) {
      throw new IllegalStateException("no file is opened here", e);
    }
  }

  private static String shown(List<String> fields) {
    return fields.stream().map(field -> "[" + field + "]").collect(Collectors.joining(" "));
  }
}
