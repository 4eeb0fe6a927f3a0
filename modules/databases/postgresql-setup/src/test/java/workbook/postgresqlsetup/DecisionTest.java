package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "postgresql-setup/1",
    title = "The first match decides",
    hints = {
      "The server reads from the top. When does it stop?",
      "It stops at the first rule that matches, also where that is reject, and also where a later"
          + " one is more exact. Which of the four kinds of database needs the user?",
      "For each rule in order: the database matches if the rule says all; if it says sameuser and"
          + " database.equals(user); never if it says replication; else if the two names are equal."
          + " The user matches if the rule says all, or the names are equal. If both match, return"
          + " the rule's method. Behind the loop return \"reject\"."
    },
    chinese =
        @Exercise.Chinese(
            title = "第一条匹配的规则说了算",
            hints = {
              "服务器从上往下读。它在哪里停下？",
              "它停在第一条匹配的规则上，哪怕是 reject，哪怕后面还有更具体的规则。四种数据库写法里，哪一种要看用户名？",
              "按顺序检查每条规则。数据库：all 总是匹配；sameuser 在 database.equals(user) 时匹配；replication 从不匹配；其余要求名字相等。用户：all 或名字相等。两者都匹配就返回该规则的 method。循环之后返回 \"reject\"。"
            }))
@DisplayName("Exercise 1: the first match decides")
class DecisionTest {

  @Test
  @DisplayName("the first of two, and not the more exact one")
  void first() {
    assertMethod("bob", "sales", "md5", rule("all", "all", "md5"), rule("sales", "bob", "trust"));
    assertMethod("bob", "sales", "reject", rule("all", "bob", "reject"), rule("all", "all", "md5"));
    assertMethod("eve", "sales", "md5", rule("all", "bob", "reject"), rule("all", "all", "md5"));
  }

  @Test
  @DisplayName("database and user must both match")
  void both() {
    assertMethod("bob", "sales", "md5", rule("hr", "bob", "trust"), rule("sales", "bob", "md5"));
    assertMethod("bob", "sales", "md5", rule("sales", "eve", "trust"), rule("sales", "bob", "md5"));
  }

  @Test
  @DisplayName("a name is that name alone: capitals count, and so does its end")
  void names() {
    assertMethod("bob", "Sales", "reject", rule("sales", "all", "trust"));
    assertMethod("Bob", "sales", "reject", rule("all", "bob", "trust"));
    assertMethod("bob", "sales2", "reject", rule("sales", "all", "trust"));
    assertMethod("bobby", "sales", "reject", rule("all", "bob", "trust"));
    assertMethod("bob", "sale", "reject", rule("sales", "all", "trust"));
    assertMethod("bo", "sales", "reject", rule("all", "bob", "trust"));
    assertMethod("bob", "sales", "reject", rule("s.les", "all", "trust"));
    assertMethod("bob", "sales", "reject", rule("all", "b.b", "trust"));
  }

  @Test
  @DisplayName(
      "a word has a meaning in a rule, in its column: a user or a database may be called so")
  void words() {
    assertMethod("bob", "all", "reject", rule("sales", "all", "trust"));
    assertMethod("all", "sales", "reject", rule("all", "bob", "trust"));
    assertMethod("bob", "bob", "reject", rule("all", "sameuser", "trust"));
    assertMethod("sameuser", "sales", "trust", rule("all", "sameuser", "trust"));
    assertMethod("replication", "sales", "trust", rule("all", "replication", "trust"));
  }

  @Test
  @DisplayName("sameuser: the database is called as the user is")
  void sameUser() {
    assertMethod("bob", "bob", "trust", rule("sameuser", "all", "trust"));
    assertMethod("bob", "eve", "reject", rule("sameuser", "all", "trust"));
    assertMethod("bob", "sameuser", "reject", rule("sameuser", "all", "trust"));
    assertMethod("bob", "bob", "reject", rule("sameuser", "eve", "trust"));
    assertMethod("bob", "Bob", "reject", rule("sameuser", "all", "trust"));
  }

  @Test
  @DisplayName("names that come over the wire: equal, and yet objects of their own")
  void objects() {
    String user = new String("bob");
    assertMethod(user, new String("sales"), "trust", rule("sales", "bob", "trust"));
    assertMethod(user, new String("bob"), "trust", rule("sameuser", "all", "trust"));
  }

  @Test
  @DisplayName("replication is no database")
  void replication() {
    assertMethod("bob", "replication", "reject", rule("replication", "all", "trust"));
    assertMethod(
        "bob",
        "replication",
        "md5",
        rule("replication", "all", "trust"),
        rule("all", "all", "md5"));
  }

  @Test
  @DisplayName("no rule: nobody is let in")
  void none() {
    assertMethod("bob", "sales", "reject");
    assertMethod("bob", "sales", "reject", rule("hr", "all", "trust"));
  }

  private static Decision.Rule rule(String database, String user, String method) {
    return new Decision.Rule(database, user, method);
  }

  private static void assertMethod(
      String user, String database, String expected, Decision.Rule... rules) {
    assertThat(Decision.method(List.of(rules), user, database))
        .as("the method for %s in %s by %s", user, database, List.of(rules))
        .isEqualTo(expected);
  }
}
