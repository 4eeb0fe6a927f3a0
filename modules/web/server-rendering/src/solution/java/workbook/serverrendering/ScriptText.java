package workbook.serverrendering;

/// In JSON a `<` can only stand in a string, and there it has another spelling.
final class ScriptText {

  private ScriptText() {}

  static String of(String json) {
    return json.replace("<", "\\u003C");
  }
}
