package workbook.postgresqlsetup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import workbook.lab.Printable;

/// Prints the messages of a log-in, one a line: `>` sent, `<` received.
///
/// @param values whether what is random is printed, and not its name
record ShownMessages(PrintStream out, boolean values) implements Login.Transcript {

  @Override
  public void sent(char type, String name, byte[] body) {
    line('>', type, name, texts(type == ' ' ? Arrays.copyOfRange(body, 8, body.length) : body));
  }

  @Override
  public void received(Message message) {
    switch (message.type()) {
      case 'R' ->
          line('<', 'R', authentication(message.request()), message.text().replace("\0", " "));
      case 'E' -> line('<', 'E', "ErrorResponse", fields(message.fields()));
      case 'K' -> line('<', 'K', "BackendKeyData", "");
      case 'Z' -> line('<', 'Z', "ReadyForQuery", texts(message.body()));
      case 'S' -> {
        String text = texts(message.body());
        // The server sends some fifteen; this one says most.
        if (text.startsWith("server_version ")) {
          line('<', 'S', "ParameterStatus", text);
        }
      }
      case 'T' -> line('<', 'T', "RowDescription", "");
      case 'D' -> line('<', 'D', "DataRow", "");
      case 'C' -> line('<', 'C', "CommandComplete", texts(message.body()));
      default -> line('<', message.type(), "", "");
    }
  }

  private void line(char direction, char type, String name, String text) {
    String shown = values ? text : masked(text);
    out.println(
        Printable.of("%c %c %-26s %s".formatted(direction, type, name, shown)).stripTrailing());
  }

  private static String authentication(int request) {
    return switch (request) {
      case 0 -> "AuthenticationOk";
      case 3 -> "AuthenticationCleartext";
      case 5 -> "AuthenticationMD5";
      case 10 -> "AuthenticationSASL";
      case 11 -> "AuthenticationSASLContinue";
      case 12 -> "AuthenticationSASLFinal";
      default -> "Authentication " + request;
    };
  }

  private static String fields(Map<Character, String> fields) {
    return fields.entrySet().stream()
        .filter(each -> "SCM".indexOf(each.getKey()) >= 0)
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(" "));
  }

  /// The zero bytes between texts as blanks; what is no text, as the length of one, is left out.
  private static String texts(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .replaceAll("[\\x00 ]+", " ")
        .replaceAll("\\p{Cntrl}", "")
        .strip();
  }

  /// The client's nonce has 24 characters, and the server's as many behind it.
  private static String masked(String text) {
    return text.strip()
        .replaceFirst("\\br=[^,]{24}(?=$|,(?!s=|p=))", "r=CLIENT")
        .replaceFirst("\\br=[^,]{24}[^,]{24}", "r=CLIENT+SERVER")
        .replaceFirst("\\bp=.+", "p=PROOF")
        .replaceFirst("\\bv=.+", "v=SIGNATURE");
  }
}
