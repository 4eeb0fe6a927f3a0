package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A statement that leads names out of the sandbox")
class ExitsTest {

  private static final List<String> PATH = List.of("box", "shared");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET search_path = public",
        "set Local SEARCH_PATH to box, public",
        "SET search_path = pg_catalog, \"$user\"",
        "SET search_path = 'box, public'",
        "SET \"search_path\" = public",
        "SET /* now */ SESSION -- here\n search_path TO other; SELECT 1",
        "BEGIN; SELECT set_config('search_path', 'public', false)",
        "UPDATE pg_settings SET setting = 'public' WHERE name = 'search_path'",
        "ALTER ROLE me SET search_path = public",
        "ALTER DATABASE d SET search_path FROM CURRENT",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = public AS 'SELECT 1'",
        "DO $$ BEGIN EXECUTE 'SET search_path = public'; END $$",
        "SET SCHEMA 'public'",
        "SET LOCAL SCHEMA E'public'",
        "DO $$ BEGIN SET SCHEMA 'public'; END $$"
      })
  @DisplayName("is found on PostgreSQL")
  void postgreSql(String sql) {
    assertThat(Exits.postgreSql(sql, PATH)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOW search_path",
        "RESET search_path",
        "DISCARD ALL",
        "SET search_path TO DEFAULT",
        "SET search_path = box",
        "SET LOCAL search_path = pg_temp, box, 'shared'; SELECT 1",
        "SET search_path = ''",
        "SELECT current_setting('search_path')",
        "ALTER TABLE test SET SCHEMA other",
        "ALTER FUNCTION public.f() SET SCHEMA other",
        "UPDATE test SET schema = 'x'",
        "DROP TABLE public.test",
        "UPDATE test SET v = 11 WHERE id = 1"
      })
  @DisplayName("is no other on PostgreSQL")
  void notPostgreSql(String sql) {
    assertThat(Exits.postgreSql(sql, PATH)).isEmpty();
  }

  @Test
  @DisplayName("is also one that writes to PostgreSQL's catalog, unless it names a table of ours")
  void catalog() {
    assertThat(Exits.catalogWrite("DELETE FROM pg_class WHERE relname = 'test'")).isPresent();
    assertThat(
            Exits.catalogWrite(
                "UPDATE pg_catalog.pg_class SET reltuples = 1; SELECT 'test'::regclass"))
        .isPresent();
    assertThat(
            Exits.catalogWrite("UPDATE pg_class SET reltuples = 123 WHERE oid = 'test'::regclass"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USE other",
        "use `other`",
        "BEGIN; USE other",
        "/* now */ USE other",
        "/*! USE other */",
        "/*M!100100 USE other */",
        "-- now\nUSE other",
        "EXECUTE IMMEDIATE 'USE other'",
        "PREPARE s FROM ' use other'"
      })
  @DisplayName("is found on MySQL and MariaDB")
  void innoDb(String sql) {
    assertThat(Exits.innoDb(sql, "box")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USE box",
        "SELECT v FROM test USE INDEX (v) WHERE id = 1",
        "INSERT INTO test VALUES ('use other')",
        "SELECT v FROM other.test"
      })
  @DisplayName("is no other on MySQL and MariaDB")
  void notInnoDb(String sql) {
    assertThat(Exits.innoDb(sql, "box")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET SCHEMA PUBLIC",
        "set schema = \"PUBLIC\"",
        "SET SCHEMA 'PUBLIC'",
        "SET SCHEMA U&'PUBLIC'",
        "EXECUTE IMMEDIATE 'SET SCHEMA PUBLIC'",
        "SET SCHEMA_SEARCH_PATH BOX, PUBLIC",
        "USE PUBLIC",
        "DROP ALL OBJECTS",
        "drop all\nobjects delete files"
      })
  @DisplayName("is found on H2")
  void h2(String sql) {
    assertThat(Exits.h2(sql, "box")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET SCHEMA box",
        "SET SCHEMA \"BOX\"",
        "SELECT v FROM PUBLIC.test",
        "DROP TABLE t"
      })
  @DisplayName("is no other on H2")
  void notH2(String sql) {
    assertThat(Exits.h2(sql, "box")).isEmpty();
  }

  /// A regular expression with an alternation under a star takes a frame of the stack for each
  /// turn, and tries every way in which a run of comments can be parted: 2^n of them.
  @Test
  @Tag("solutions")
  @Timeout(60)
  @DisplayName("is looked for in any text, however long, and in a time that grows with its length")
  void length() {
    for (String piece :
        List.of(
            " ",
            "\n",
            "a ",
            "a -- b\n",
            "/* a */",
            "/* a */ ",
            "SET ",
            "SET/**/",
            "/*",
            "'",
            "' ",
            "a",
            "USE ",
            ";USE/**/",
            "SET SCHEMA /**/",
            "SET search_path = box,",
            "SET search_path TO ''/**/,/**/",
            "UPDATE pg_class ",
            "search_path ",
            "DELETE FROM ONLY ")) {
      String long1 = piece.repeat(10_000);
      for (String sql : List.of(long1, "SET " + long1 + "x", "SET search_path = box" + long1)) {
        Exits.postgreSql(sql, PATH);
        Exits.catalogWrite(sql);
        Exits.innoDb(sql, "box");
        Exits.h2(sql, "box");
      }
    }
    String gap = "/* a */ -- b\n".repeat(20_000);
    assertThat(Exits.postgreSql("SET" + gap + "search_path" + gap + "= public", PATH)).isPresent();
    assertThat(Exits.postgreSql("SET" + gap + "search_path" + gap + "= box", PATH)).isEmpty();
    assertThat(Exits.innoDb(";" + gap + "USE" + gap + "other", "box")).isPresent();
    assertThat(Exits.h2("SET" + gap + "SCHEMA" + gap + "other", "box")).isPresent();
  }

  /// Were each opening followed to the end of the text, these would take 400,000² / 2 steps of
  /// several characters.
  @Test
  @Tag("solutions")
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  @DisplayName("is looked for among comments that are never closed")
  void unclosed() {
    for (String unclosed :
        List.of("SET /*", "SET --", "USE /*!", "search_path /*", "DELETE FROM --")) {
      String sql = "/* a */\n" + unclosed.repeat(400_000);
      Exits.postgreSql(sql, PATH);
      Exits.catalogWrite(sql);
      Exits.innoDb(sql, "box");
      Exits.h2(sql, "box");
    }
    assertThat(Exits.innoDb("/*! USE other", "box")).contains("/*! USE other");
    assertThat(Exits.h2("SELECT '/*'; SET SCHEMA other -- now", "box"))
        .contains("SET SCHEMA other");
    assertThat(Exits.postgreSql("SELECT '--', '/*'; SET search_path = public /* now", PATH))
        .contains("SET search_path = public /* now");
  }
}
