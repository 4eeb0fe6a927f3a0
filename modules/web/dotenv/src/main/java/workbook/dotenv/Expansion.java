package workbook.dotenv;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import workbook.lab.Refusal;

/// Puts values in place of `$NAME`: a loop, for what comes in may hold another reference.
final class Expansion {

  /// A value can grow for ever, and then Vite does not end.
  private static final int ROUNDS = 200;

  private static final int LONGEST = 10_000;

  private Expansion() {}

  /// As Vite 8 does it, whose copy of dotenv-expand 13 sees all files at once. Names are taken in
  /// the order given; with a literal in place of a value that has not had its turn.
  ///
  /// @param parsed what the files say, in order
  /// @param shell what was set before: it wins, unless it is empty
  static Map<String, String> vite(Map<String, String> parsed, Map<String, String> shell) {
    Map<String, String> expanded = new LinkedHashMap<>(parsed);
    for (String name : parsed.keySet()) {
      String literal = parsed.get(name);
      String set = shell.getOrDefault(name, "");
      boolean fromShell = !set.isEmpty() && !set.equals(literal);
      String value = fromShell ? set : viteValue(name, literal, expanded, shell);
      expanded.put(name, value.replace("\\$", "$"));
    }
    return expanded;
  }

  private static String viteValue(
      String name, String literal, Map<String, String> parsed, Map<String, String> shell) {
    Set<String> seen = new HashSet<>();
    String result = literal;
    Reference reference = Reference.in(result);
    for (int round = 0; reference != null; round++) {
      check(name, result, round);
      seen.add(result);
      String inFiles = parsed.getOrDefault(reference.name(), "");
      String value = shell.getOrDefault(reference.name(), inFiles);
      String chosen;
      if (reference.operator().endsWith("+")) {
        chosen = value.isEmpty() ? "" : reference.operand();
      } else {
        chosen = value.isEmpty() || seen.contains(value) ? reference.operand() : value;
      }
      result = reference.replacedIn(result, chosen);
      if (result.equals(parsed.get(reference.name()))) {
        return result;
      }
      reference = Reference.in(result);
    }
    return result;
  }

  /// As dotenv-expand 1000.0.0 does it: a value sees only what the shell has, and what stands
  /// above. Its `$(command)` and its encrypted values are left as they are.
  static Map<String, String> dotenv(Map<String, String> parsed, Map<String, String> shell) {
    Map<String, String> expanded = new LinkedHashMap<>();
    Map<String, String> known = new HashMap<>(shell);
    for (Map.Entry<String, String> entry : parsed.entrySet()) {
      String set = shell.getOrDefault(entry.getKey(), "");
      String value = entry.getValue();
      if (!set.isEmpty() && !set.equals(value)) {
        value = set;
      } else {
        value = dotenvValue(entry.getKey(), value, known);
      }
      value = value.replace("\\$", "$");
      expanded.put(entry.getKey(), value);
      // dotenv has put the literals among the shell's: what is expanded by now replaces them.
      if (entry.getValue().equals(known.getOrDefault(entry.getKey(), entry.getValue()))) {
        known.put(entry.getKey(), value);
      }
    }
    return expanded;
  }

  private static String dotenvValue(String name, String literal, Map<String, String> known) {
    String result = literal;
    Reference reference = Reference.in(result);
    for (int round = 0; reference != null; round++) {
      check(name, result, round);
      String value = known.getOrDefault(reference.name(), "");
      boolean isSet = known.containsKey(reference.name());
      String chosen =
          switch (reference.operator()) {
            case ":-" -> value.isEmpty() ? reference.operand() : value;
            case "-" -> isSet ? value : reference.operand();
            case ":+" -> value.isEmpty() ? "" : reference.operand();
            case "+" -> isSet ? reference.operand() : "";
            default -> value;
          };
      result = reference.replacedIn(result, chosen);
      if (result.equals(known.get(reference.name()))) {
        return result;
      }
      reference = Reference.in(result);
    }
    return result;
  }

  private static void check(String name, String value, int round) {
    if (round == ROUNDS || value.length() > LONGEST) {
      throw new Refusal("%s never ends: every value put into it brings another $".formatted(name));
    }
  }
}
