package workbook.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in a text of SQL what would make unqualified names mean a schema that is not the
/// sandbox's. It looks at the text alone, also inside of strings and bodies of functions, so that
/// dynamic SQL is seen, too; only a statement that is put together from pieces is not.
///
/// A name that a statement qualifies, `DROP TABLE public.test`, is its author's own choice and is
/// not looked for.
final class Exits {

  // All loops over groups are possessive: others take a frame of the stack for each turn, and try
  // every way in which a row of comments can be parted.
  private static final String SPACE = "(?:\\s++|/\\*(?>.*?\\*/)|--[^\n]*+\n)";
  private static final String GAP = SPACE + "++";
  private static final String MAYBE_GAP = SPACE + "*+";

  /// In place of the second character of an opening that is never closed.
  private static final char UNCLOSED = '\uFFFF';

  // Each comment that may stand before is a beginning itself.
  private static final String BEGINNING =
      "(?:^|;|\\*/|/[*" + UNCLOSED + "]M?!\\d*)(?:\\s++|--[^\n]*+\n)*+";
  private static final String IN_QUOTES = "['\"]" + MAYBE_GAP;

  private static final Pattern SEARCH_PATH =
      pattern("(?:\\b\\w{1,30}+" + GAP + "){0,4}[\"']?\\bsearch_path\\b.{0,30}");
  private static final Pattern SET_SCHEMA_TEXT =
      pattern(
          "\\bSET"
              + GAP
              + "(?:(?:SESSION|LOCAL)"
              + GAP
              + ")?SCHEMA"
              + GAP
              + "(?:\\w*&?'|\\$).{0,30}");

  /// By a table's name it hits the tables of all schemas; `'test'::regclass` is that of ours.
  private static final Pattern CATALOG_WRITE =
      pattern(
          "\\b(?:UPDATE|DELETE"
              + GAP
              + "FROM|(?:INSERT|MERGE)"
              + GAP
              + "INTO)"
              + GAP
              + "(?:ONLY"
              + GAP
              + ")?(?:pg_catalog\\.)?pg_(?!temp)\\w+(?![^;]*::reg)");

  private static final Pattern USE =
      pattern(
          "(?:"
              + BEGINNING
              + "|(?<quoted>"
              + IN_QUOTES
              + "))(?<found>USE"
              + MAYBE_GAP
              + "`?(?<schema>\\w+)`?)");
  private static final Pattern PREPARED = pattern("\\b(?:EXECUTE|PREPARE)\\b");

  private static final Pattern SET_SCHEMA =
      pattern(
          "\\bSET"
              + GAP
              + "SCHEMA"
              + MAYBE_GAP
              + "(?:=|TO\\b)?"
              + MAYBE_GAP
              + "[\"']?(?<schema>\\w*)");
  private static final Pattern SET_SEARCH_PATH = pattern("\\bSET" + GAP + "SCHEMA_SEARCH_PATH\\b");
  private static final Pattern DROP_ALL = pattern("\\bDROP" + GAP + "ALL" + GAP + "OBJECTS\\b");

  private static final Pattern SET_ELSE =
      pattern(
          "\\bSET"
              + GAP
              + "(?:CURRENT(?:_|"
              + GAP
              + ")(?:SCHEMA|SQLID)\\b|(?:SCHEMA_)?SEARCH_PATH\\b)|\\bINITIAL"
              + GAP
              + "SCHEMA\\b|"
              + BEGINNING
              + "ATTACH\\b.{0,30}");

  private Exits() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /// On PostgreSQL: any mention of `search_path` that is not known to be harmless, such as in
  /// `SET`, `set_config`, `ALTER ROLE`; and `SET SCHEMA '…'`, which is another word for it.
  static Optional<String> postgreSql(String sql, List<String> path) {
    String rest = harmless(path).matcher(marked(sql)).replaceAll(" ");
    return first(SEARCH_PATH, rest, _ -> true).or(() -> first(SET_SCHEMA_TEXT, rest, _ -> true));
  }

  /// On PostgreSQL: a write to the catalog, by whose names tables of every schema are found.
  static Optional<String> catalogWrite(String sql) {
    return first(CATALOG_WRITE, sql, _ -> true);
  }

  private static Pattern harmless(List<String> path) {
    String name =
        "[\"']?(?:pg_catalog|pg_temp|%s)\\b[\"']?|''|\"\"".formatted(String.join("|", path));
    String names = "(?:%s)(?:%s,%s(?:%s))*+".formatted(name, MAYBE_GAP, MAYBE_GAP, name);
    return pattern(
        "\\b(?:SHOW|RESET)"
            + GAP
            + "\"?search_path\\b\"?"
            + "|\\bcurrent_setting"
            + MAYBE_GAP
            + "\\("
            + MAYBE_GAP
            + "'search_path'"
            + "|\\bSET"
            + GAP
            + "(?:(?:SESSION|LOCAL)"
            + GAP
            + ")?\"?search_path\\b\"?"
            + MAYBE_GAP
            + "(?:=|TO\\b)"
            + MAYBE_GAP
            + "(?:DEFAULT\\b|"
            + names
            + ")(?!"
            + MAYBE_GAP
            + ",)");
  }

  /// On MySQL and MariaDB: `USE other`, also in a comment that they execute, and in a string that
  /// is executed.
  static Optional<String> innoDb(String sql, String place) {
    boolean prepared = PREPARED.matcher(sql).find();
    return first(
            USE,
            sql,
            use -> !use.group("schema").equals(place) && (use.group("quoted") == null || prepared))
        .map(String::strip);
  }

  /// On H2: `SET SCHEMA`, for which `USE` is another word in some of its modes, the search path,
  /// and the statement that removes every schema at once.
  static Optional<String> h2(String sql, String place) {
    Predicate<MatchResult> other = found -> !found.group("schema").equalsIgnoreCase(place);
    return first(SET_SCHEMA, sql, other)
        .or(() -> first(USE, sql, other))
        .or(() -> first(SET_SEARCH_PATH, sql, _ -> true))
        .or(() -> first(DROP_ALL, sql, _ -> true));
  }

  /// On any database: what one of those that are known has for it. Of SQLite's `ATTACH`, names that
  /// are not in the first file are looked for in the second.
  static Optional<String> jdbc(String sql, String place) {
    return h2(sql, place).or(() -> first(SET_ELSE, sql, _ -> true));
  }

  private static Optional<String> first(
      Pattern pattern, String sql, Predicate<MatchResult> counts) {
    Matcher matcher = pattern.matcher(marked(sql));
    return matcher
        .results()
        .filter(counts)
        .map(found -> unmarked(found.group().strip().replaceAll("\\s+", " ")))
        .findFirst();
  }

  /// Openings of comments that are never closed are no gaps, and are marked: each would be followed
  /// to the end of the text.
  private static String marked(String sql) {
    int block = sql.lastIndexOf("*/") + 1;
    int line = sql.lastIndexOf('\n') + 1;
    String blocks = sql.substring(0, block) + sql.substring(block).replace("/*", "/" + UNCLOSED);
    return blocks.substring(0, line) + blocks.substring(line).replace("--", "-" + UNCLOSED);
  }

  private static String unmarked(String sql) {
    return sql.replace("/" + UNCLOSED, "/*").replace("-" + UNCLOSED, "--");
  }
}
