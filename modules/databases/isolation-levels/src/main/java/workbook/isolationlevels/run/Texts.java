package workbook.isolationlevels.run;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Step;

/// The SQL of steps as it is sent: a name that the specification binds stands for what was read.
final class Texts {

  private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

  private static final String NULL = "null";

  private final Specification specification;
  private final Map<String, String> values = new HashMap<>();

  Texts(Specification specification) {
    this.specification = specification;
  }

  /// The text to send. A name whose step has read nothing, or a null, is sent as null.
  String sql(Step step) {
    Matcher names = NAME.matcher(step.sql());
    return names.replaceAll(name -> {
      String bound = specification.bindings().get(name.group(1));
      return Matcher.quoteReplacement(
          bound == null ? name.group() : values.getOrDefault(bound, NULL));
    });
  }

  /// Keeps the first value that a step has read.
  void remember(Step step, Result result) {
    if (!result.tables().isEmpty() && !result.tables().getFirst().rows().isEmpty()) {
      String value = result.tables().getFirst().rows().getFirst().getFirst();
      values.put(step.name(), value == null ? NULL : value);
    }
  }

  String session(String step) {
    return specification.step(step).session();
  }
}
