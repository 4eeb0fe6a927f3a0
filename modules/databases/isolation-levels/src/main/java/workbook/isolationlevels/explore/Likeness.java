package workbook.isolationlevels.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.isolationlevels.run.Transactions;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// Interleavings that must come to the same, so that one of them stands for all: those that differ
/// only in the order of reads that stand next to each other. Two reads that take no lock change
/// nothing for each other. This is the simplest partial-order reduction (Godefroid, *Partial-Order
/// Methods for the Verification of Concurrent Systems*, 1996, chapter 3).
final class Likeness {

  /// A function may change something, as `nextval` does; these do not.
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?i)\\b(?!(?:count|sum|min|max|avg|coalesce|nullif|abs|round|upper|lower|length|in|as|and|or|not"
              + "|exists|any|all|some|where|on|from|by|having|select|values|when|then|else|using|over|between|like)\\b)\\w+\\s*\\(");

  private static final Pattern PLAIN_READ = Pattern.compile("(?is)SELECT\\b.*");
  private static final Pattern LOCKS_OR_WRITES =
      Pattern.compile(
          "(?i)\\b(FOR|LOCK|INTO|INSERT|UPDATE|DELETE|MERGE|NEXTVAL|CURRVAL)\\b|\\$\\{|@|[\"`]\\s*\\(");

  /// What makes a read more than a read.
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)\\bCREATE\\b.*\\b(VIEW|FUNCTION|RULE|ALIAS|POLICY)\\b");

  private static final Pattern SET = Pattern.compile("(?i)SET\\b");

  private final List<String> sessions;
  private final Set<Step> plainReads = new HashSet<>();

  /// @param locking whether reads take locks, so that one may wait
  Likeness(Specification specification, boolean locking) {
    sessions = specification.sessions().stream().map(Session::name).toList();
    boolean hidden =
        specification.setups().stream().anyMatch(setup -> HIDDEN.matcher(setup).find());
    if (!locking && !hidden) {
      specification.sessions().stream()
          .flatMap(Likeness::behindSetup)
          .filter(Likeness::isPlainRead)
          .forEach(plainReads::add);
    }
  }

  /// A session is set up when its first step is due, and may write then.
  private static Stream<Step> behindSetup(Session session) {
    List<String> setup = Transactions.withoutBegin(session.setup().orElse(""));
    boolean plain = setup.stream().allMatch(sql -> SET.matcher(sql).lookingAt());
    return session.steps().stream().skip(plain ? 0 : 1);
  }

  private static boolean isPlainRead(Step step) {
    List<String> statements = Transactions.withoutBegin(step.sql());
    return !statements.isEmpty()
        && statements.stream()
            .allMatch(sql ->
                PLAIN_READ.matcher(sql).matches()
                    && !LOCKS_OR_WRITES.matcher(sql).find()
                    && !FUNCTION.matcher(sql).find());
  }

  /// The first of those that come to the same as this one: reads next to each other in the order of
  /// their sessions.
  Permutation first(Permutation permutation) {
    List<Step> steps = new ArrayList<>(permutation.steps());
    Comparator<Step> bySession = Comparator.comparingInt(step -> sessions.indexOf(step.session()));
    int begin = 0;
    while (begin < steps.size()) {
      int end = begin;
      while (end < steps.size() && plainReads.contains(steps.get(end))) {
        end++;
      }
      steps.subList(begin, end).sort(bySession);
      begin = end + 1;
    }
    return Permutation.of(steps);
  }
}
