package workbook.isolationlevels.run;

import java.util.regex.Pattern;
import workbook.isolationlevels.spec.Specification;

/// Whether a specification reaches beyond its sandbox, so that two runs of it at the same time
/// would meet: locks with a name, roles, messages, what waits for all transactions of a server,
/// tables with a schema before their name.
final class Reach {

  private static final Pattern BEYOND =
      Pattern.compile(
          "(?i)advisory|\\bGET_LOCK\\b|\\bLISTEN\\b|NOTIFY|\\bPREPARE\\s+TRANSACTION\\b|\\bXA\\b|\\bDEFERRABLE\\b"
              + "|\\b(ROLE|USER|DATABASE|SCHEMA|GLOBAL|EXTENSION|PUBLICATION|SUBSCRIPTION|SERVER|TABLESPACE)\\b"
              + "|\\b(FLUSH|VACUUM|CLUSTER|EXCLUSIVE|txid_\\w+|pg_current_\\w+|pg_snapshot\\w*)\\b"
              + "|\\b(FROM|INTO|UPDATE|JOIN|TABLE|ONLY)\\s+[\"`]?\\w+[\"`]?\\s*\\.");

  private Reach() {}

  static boolean isBeyond(Specification specification) {
    return specification.texts().anyMatch(sql -> BEYOND.matcher(sql).find());
  }
}
