package workbook.isolationlevels.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What kind of anomaly a run shows, whatever its SQL. [Classifier] tells them apart.
public enum Kind {
  DIRTY_READ("G1", "a read shows what its writer had not committed"),
  LOST_UPDATE("P4", "the tables are as if one that committed had not run"),
  NON_REPEATABLE_READ("P2", "one query was asked twice in a transaction, and a row had changed"),
  PHANTOM("P3", "one query was asked twice in a transaction, and rows had come or gone"),
  READ_SKEW("G-single", "what one transaction has read was never there at one time"),
  WRITE_SKEW("G2", "each has read what the other had not written yet, and both have written"),
  READ_ONLY("G2", "one that only reads has seen an order that the others do not have"),
  OTHER("-", "no serial order of what committed gives these tables");

  private final String code;
  private final String meaning;

  Kind(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /// `lost update`.
  public String title() {
    return this == OTHER ? "not serializable" : name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /// The code in the literature, or `-`.
  public String code() {
    return code;
  }

  /// What is wrong then, in a sentence.
  public String meaning() {
    return meaning;
  }

  /// As it is typed: `lost-update`.
  public String option() {
    return title().replace(' ', '-');
  }

  /// The kind of that name, if there is one.
  public static Optional<Kind> of(String option) {
    return Arrays.stream(values()).filter(kind -> kind.option().equals(option)).findFirst();
  }

  /// All names, for a message.
  public static String options() {
    return Arrays.stream(values()).map(Kind::option).collect(Collectors.joining(", "));
  }
}
