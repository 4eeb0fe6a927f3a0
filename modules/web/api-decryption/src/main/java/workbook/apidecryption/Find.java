package workbook.apidecryption;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Printable;
import workbook.lab.Refusal;

/// Points at the calls of CryptoJS in a script, minified or not.
@Command(
    name = "api-decryption/find",
    description = "The calls of CryptoJS in a script; status 1 if there is none.")
public final class Find implements Example {

  /// The parser and the visitors call themselves as deep as a script is nested.
  private static final long STACK = 64L << 20;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      arity = "0..1",
      description = "A script, a bundle of any size; the page's if not given.")
  private Path file;

  static void main(String[] args) {
    Example.main(new Find(), args);
  }

  @Override
  public int run(PrintStream out) {
    CallFinder.Found found = in(() -> file == null ? Board.script() : Script.read(file));
    for (CryptoCall call : found.calls()) {
      print(call, out);
    }
    for (String place : found.salted()) {
      out.println(place + ": 'Salted__' as two words, in the code of CryptoJS");
    }
    if (found.calls().isEmpty()) {
      out.println(
          found.salted().isEmpty()
              ? "no call of CryptoJS"
              : "no call of CryptoJS under its own names: set a breakpoint there, and look who calls");
      return 1;
    }
    return 0;
  }

  static void print(CryptoCall call, PrintStream out) {
    line(out, "%s: %s", call.place(), call.function());
    line(out, "  %s.%s, %s, %s", call.cipher(), call.operation(), call.mode(), call.padding());
    line(out, "  key: %s", call.key().told());
    if (call.iv() != null) {
      String ignored = call.key().isPhrase() ? "; not used, as the key is a phrase" : "";
      line(out, "  IV: %s%s", call.iv().told(), ignored);
    }
    if (!call.more().isEmpty()) {
      line(out, "  and: %s", call.more());
    }
    call.command().ifPresent(command -> line(out, "  %s", command));
  }

  private static void line(PrintStream out, String format, Object... values) {
    out.println(Printable.of(format.formatted(values).replace("\n", "\\n")));
  }

  /// Where a script comes from.
  interface Reader {
    Script read();
  }

  /// Finds the calls on a thread whose stack is large enough.
  static CallFinder.Found in(Reader reader) {
    AtomicReference<CallFinder.Found> found = new AtomicReference<>();
    AtomicReference<RuntimeException> failed = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                Script script = reader.read();
                try {
                  found.set(CallFinder.in(script));
                } catch (StackOverflowError e) {
                  throw new Refusal(script.name() + " is nested too deeply", e);
                }
              } catch (RuntimeException e) {
                failed.set(e);
              }
            },
            "find",
            STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (failed.get() != null) {
      throw failed.get();
    }
    return found.get();
  }
}
