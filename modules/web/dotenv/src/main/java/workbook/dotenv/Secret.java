package workbook.dotenv;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value that must not be in a bundle, in the forms in which it can be.
///
/// @param forms the text to look for, and what to call it
/// @param carriers the exposed variables that hold it
record Secret(String name, String from, Map<String, String> forms, List<String> carriers) {

  /// A shorter value is in every bundle: 3000, true.
  static final int SHORTEST = 6;

  static Secret of(Variable variable, Collection<Variable> all) {
    String value = variable.value();
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put(value, "as it is");
    forms.putIfAbsent(escaped(value, '"'), "as a JavaScript string");
    forms.putIfAbsent(escaped(value, '\''), "as a JavaScript string");
    forms.putIfAbsent(escaped(value, '`'), "as a JavaScript string");
    forms.putIfAbsent(Base64.getEncoder().withoutPadding().encodeToString(bytes), "in Base64");
    forms.putIfAbsent(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "in Base64");
    forms.putIfAbsent(
        URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"), "in a URL");
    List<String> carriers =
        all.stream()
            .filter(other -> other.carries().contains(variable.name()))
            .map(other -> "%s (%s)".formatted(other.name(), other.from()))
            .toList();
    return new Secret(variable.name(), variable.from(), forms, carriers);
  }

  private static String escaped(String value, char quote) {
    return value
        .replace("\\", "\\\\")
        .replace("\n", quote == '`' ? "\n" : "\\n")
        .replace("\t", "\\t")
        .replace(String.valueOf(quote), "\\" + quote);
  }

  String told() {
    String told = "%s (%s)".formatted(name, from);
    return carriers.isEmpty() ? told : told + ", by way of " + String.join(", ", carriers);
  }
}
