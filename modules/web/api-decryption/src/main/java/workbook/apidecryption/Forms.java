package workbook.apidecryption;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Four calls that no search for `AES.decrypt(` finds.
@Command(
    name = "api-decryption/forms",
    description = "The calls in forms.js, which no search for AES.decrypt( finds.")
public final class Forms implements Example {

  static void main(String[] args) {
    Example.main(new Forms(), args);
  }

  @Override
  public int run(PrintStream out) {
    String name = "forms.js";
    String text = new String(Board.resource(name), StandardCharsets.UTF_8);
    Find.in(() -> Script.parse(name, text)).calls().forEach(call -> Find.print(call, out));
    return 0;
  }
}
