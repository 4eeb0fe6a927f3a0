package workbook.isolationlevels.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import workbook.engine.EngineException;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// A permutation as it is typed: the names of its steps with blanks between, in quotes where a name
/// has one itself.
public final class PermutationText {

  private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*+)\"|(\\S+)");

  private PermutationText() {}

  /// `t1r t2r "t2 w"`.
  public static String of(Permutation permutation) {
    return permutation.steps().stream()
        .map(Step::name)
        .map(name -> name.matches("[^\\s\"]+") ? name : '"' + name.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(" "));
  }

  /// Reads one.
  ///
  /// @param option for messages
  /// @throws EngineException if it is none of this specification
  public static Permutation parse(String option, String text, Specification specification) {
    List<Step> steps = new ArrayList<>();
    Set<Step> seen = new HashSet<>();
    Matcher names = NAME.matcher(text);
    while (names.find()) {
      String name = names.group(1) == null ? names.group(2) : names.group(1).replace("\"\"", "\"");
      Step step = step(option, name, specification);
      if (!seen.add(step)) {
        throw new EngineException("%s: '%s' is named twice".formatted(option, name));
      }
      steps.add(step);
    }
    if (steps.isEmpty()) {
      throw new EngineException("%s: no step is named".formatted(option));
    }
    specification.sessions().forEach(session -> checkOrder(option, session, steps));
    return Permutation.of(steps);
  }

  private static Step step(String option, String name, Specification specification) {
    List<Step> all =
        specification.sessions().stream().flatMap(session -> session.steps().stream()).toList();
    return all.stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new EngineException(
                "%s: there is no step '%s'; there are %s"
                    .formatted(
                        option,
                        name,
                        all.stream().map(Step::name).collect(Collectors.joining(", ")))));
  }

  /// A session runs its steps in their order; the last ones may be left out.
  private static void checkOrder(String option, Session session, List<Step> steps) {
    List<Step> own = steps.stream().filter(session.steps()::contains).toList();
    for (int i = 0; i < own.size(); i++) {
      Step due = session.steps().get(i);
      if (!own.get(i).equals(due)) {
        throw new EngineException(
            "%s: '%s' comes before '%s'; %s runs its steps in the order of the file"
                .formatted(option, own.get(i).name(), due.name(), session.name()));
      }
    }
  }
}
