package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("api-decryption/find")
class FindTest {

  @TempDir private Path folder;

  private static List<CryptoCall> calls(String text) {
    return Find.in(() -> Script.parse("a.js", text)).calls();
  }

  /// The one call of a script, in short: cipher and operation, mode, padding, key, IV.
  private static String call(String text) {
    List<CryptoCall> calls = calls(text);
    assertThat(calls).as("the calls in %s", text).hasSize(1);
    CryptoCall call = calls.getFirst();
    return "%s.%s %s %s %s %s"
        .formatted(
            call.cipher(),
            call.operation(),
            call.mode(),
            call.padding(),
            call.key().option(),
            call.iv() == null ? "-" : call.iv().option());
  }

  @Test
  @DisplayName("the ways to name a cipher")
  void names() {
    String expected = "AES.decrypt CBC Pkcs7 k -";
    for (String text :
        List.of(
            "r.AES.decrypt(t, 'k')",
            "r['AES']['decrypt'](t, 'k')",
            "r?.AES?.decrypt?.(t, 'k')",
            "a().AES.decrypt(t, 'k')",
            "(0, r.AES.decrypt)(t, 'k')",
            "r.AES.decrypt.call(null, t, 'k')",
            "var a = r.AES; a.decrypt(t, 'k')",
            "var a = r.AES.decrypt; a(t, 'k')",
            "const {AES: a} = r; a.decrypt(t, 'k')",
            "const {AES: {decrypt: a}} = r; a(t, 'k')",
            "var a; a = r.AES, a.decrypt(t, 'k')",
            "import a from 'crypto-js/aes'; a.decrypt(t, 'k')",
            "import {AES as a} from 'crypto-js'; a.decrypt(t, 'k')",
            "import {decrypt as a} from 'crypto-js/aes'; a(t, 'k')",
            "import * as a from 'crypto-js'; a.AES.decrypt(t, 'k')",
            "require('crypto-js/aes').decrypt(t, 'k')",
            "var m={12:function(e,t,n){e.exports=n(3).AES.decrypt}};var a=n.n(n(12));a()(t,'k')",
            "var m=[function(e,t,n){},function(e,t,n){e.exports=n(3).AES}];var a=n(1);a.decrypt(t,'k')",
            "class A { #a = 1; m() { return r.AES.decrypt(this.#a, 'k') } }",
            "async () => { for await (const t of u) r.AES.decrypt(t, 'k') }",
            "x = `${r.AES.decrypt(t, 'k')}`",
            "if (1) { let k = 'k'; r.AES.decrypt(t, k) }")) {
      assertThat(call(text)).as(text).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("a name means what it means in its scope")
  void scopes() {
    // Minified, as it comes: k is another thing in each function.
    List<CryptoCall> calls =
        calls(
            "var k='outer';function f(k){return r.AES.decrypt(t,k)}"
                + "function g(){var k='inner';return r.AES.decrypt(t,k)}"
                + "function h(){return r.AES.decrypt(t,k)}"
                + "function i(){{let k='block'}return r.AES.decrypt(t,k)}"
                + "try{}catch(k){r.AES.decrypt(t,k)}"
                + "for(const k of l)r.AES.decrypt(t,k)");
    assertThat(calls)
        .extracting(call -> call.key().option())
        .containsExactly(null, "inner", "outer", "outer", null, null);
    assertThat(calls.getFirst().key().told()).isEqualTo("parameter 1 of the function at a.js:1:15");
  }

  @Test
  @DisplayName("a name that is given two values stands for neither")
  void twoValues() {
    assertThat(call("var k='a';k='b';r.AES.decrypt(t,k)"))
        .isEqualTo("AES.decrypt CBC Pkcs7 null -");
    assertThat(call("var k='a';k+='b';r.AES.decrypt(t,k)"))
        .isEqualTo("AES.decrypt CBC Pkcs7 null -");
    assertThat(call("var k='a';[k]=l;r.AES.decrypt(t,k)"))
        .isEqualTo("AES.decrypt CBC Pkcs7 null -");
    assertThat(call("var k=k;r.AES.decrypt(t,k)")).isEqualTo("AES.decrypt CBC Pkcs7 null -");
    assertThat(call("var a=b,b=a;a.AES.decrypt(t,a)")).isEqualTo("AES.decrypt CBC Pkcs7 null -");
  }

  @Test
  @DisplayName("modes, paddings, keys and IVs")
  void settings() {
    assertThat(
            call(
                "r.DES.encrypt(t, r.enc.Hex.parse('0011223344556677'),"
                    + " {mode: r.mode.OFB, padding: r.pad.AnsiX923, iv: r.enc.Utf8.parse('12345678')})"))
        .isEqualTo("DES.encrypt OFB AnsiX923 hex:0011223344556677 utf8:12345678");
    assertThat(
            call(
                "var o = {mode: r.mode.ECB}; var m = r.enc; r.TripleDES.decrypt(t,"
                    + " m.Base64.parse('AAEC' + 'AwQF'), o)"))
        .isEqualTo("TripleDES.decrypt ECB Pkcs7 base64:AAECAwQF -");
    assertThat(call("var c = {key: 'k'}; r.AES.decrypt(t, c.key)"))
        .isEqualTo("AES.decrypt CBC Pkcs7 k -");
    assertThat(call("r.AES.decrypt(t, `a${'b'}`)")).isEqualTo("AES.decrypt CBC Pkcs7 ab -");
    assertThat(call("r.AES.decrypt(t, ['a', 'b'].join(''))"))
        .isEqualTo("AES.decrypt CBC Pkcs7 ab -");
    // echo -n pass | md5sum
    assertThat(call("r.AES.decrypt(t, r.MD5('pass'), {mode: r.mode.ECB})"))
        .isEqualTo("AES.decrypt ECB Pkcs7 hex:1a1dc91c907325c69271ddf0c944bc72 -");
    assertThat(call("r.AES.decrypt(t, r.MD5('pass').toString())"))
        .isEqualTo("AES.decrypt CBC Pkcs7 1a1dc91c907325c69271ddf0c944bc72 -");
    assertThat(call("r.AES.decrypt(t, r.lib.WordArray.create([808530483, -1], 5), {iv: q})"))
        .isEqualTo("AES.decrypt CBC Pkcs7 hex:30313233ff null");
    assertThat(call("r.algo.AES.createDecryptor(r.enc.Utf8.parse('k'), {mode: r.mode.CFB})"))
        .isEqualTo("AES.createDecryptor CFB Pkcs7 utf8:k -");
    assertThat(call("r.RC4.decrypt(t, 'k')")).isEqualTo("RC4.decrypt no mode no padding k -");
    assertThat(call("r.Blowfish.decrypt(t, 'k')")).isEqualTo("Blowfish.decrypt CBC Pkcs7 k -");
    assertThat(call("a.decrypt(t, 'k', {mode: r.mode.CBC})"))
        .as("the cipher is not seen")
        .isEqualTo("?.decrypt CBC Pkcs7 k -");
  }

  @Test
  @DisplayName("what is no call of CryptoJS")
  void others() {
    for (String text :
        List.of(
            "rsa.decrypt(t)",
            "sm4.decrypt(t, k, {mode: 'cbc', padding: 'pkcs#7'})",
            "crypto.subtle.decrypt({name: 'AES-CBC', iv}, key, data)",
            "decrypt(t, 'k')",
            "AES.decrypt",
            "r.AES.decrypt(t)",
            "require('./aes').decrypt(t, 'k')",
            "x('aes').decrypt(t, 'k')",
            "'r.AES.decrypt(t, \"k\")'",
            "// r.AES.decrypt(t, 'k')",
            "/r.AES.decrypt(t, 'k')/")) {
      assertThat(calls(text)).as(text).isEmpty();
    }
  }

  @Test
  @DisplayName("a command is given where the script says all that it needs, quoted for a shell")
  void command() throws IOException {
    assertThat(calls("r.AES.decrypt(t, \"it's\")").getFirst().command())
        .contains("./workbook run api-decryption/decrypt TEXT 'it'\\''s'");
    assertThat(calls("r.AES.decrypt(t, \"a'b\\\\\\n\\u001b\\u4e16\")").getFirst().command())
        .contains("./workbook run api-decryption/decrypt TEXT $'a\\'b\\\\\\x0a\\x1b世'");
    assertThat(calls("r.AES.decrypt(t, k)").getFirst().command()).isEmpty();
    assertThat(find("r.AES.decrypt(t, 'a\\nb')").out())
        .contains("the phrase \"a\\nb\"")
        .hasLineCount(4);
    assertThat(calls("r.AES.decrypt(t, 'k', {hasher: r.algo.SHA256})").getFirst().command())
        .isEmpty();
    assertThat(calls("r.AES.decrypt(t, 'k', {...o})").getFirst().more()).isEqualTo("...o");
    assertThat(calls("r.Rabbit.decrypt(t, 'k')").getFirst().command()).isEmpty();
    assertThat(calls("r.AES.decrypt(t, r.enc.Utf8.parse('k'))").getFirst().command()).isEmpty();
  }

  @Test
  @DisplayName("a joined array has the separator between its elements, empty ones as well")
  void joined() {
    // ECMA-262, Array.prototype.join: the separator goes in front of all elements but the first.
    assertThat(call("r.AES.decrypt(t, ['', 'a', '', 'b'].join('-'))"))
        .isEqualTo("AES.decrypt CBC Pkcs7 -a--b -");
    assertThat(call("r.AES.decrypt(t, ['a', 'b'].join(''))"))
        .isEqualTo("AES.decrypt CBC Pkcs7 ab -");
  }

  @Test
  @DisplayName(
      "names that are made twice of the name before are followed in time that does not double")
  void doubled() {
    assertSoon("3", "||", 60, "a60.AES.decrypt(t, 'k')");
    assertSoon("''", "+", 28, "r.AES.decrypt(t, a28)");
    assertSoon("'x'", "+", 28, "r.AES.decrypt(t, a28)");
  }

  private static void assertSoon(String first, String operator, int times, String call) {
    StringBuilder text = new StringBuilder("var a0=%s;".formatted(first));
    for (int i = 1; i <= times; i++) {
      text.append("var a%d=a%d%sa%d;".formatted(i, i - 1, operator, i - 1));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(calls(text + call)).hasSizeLessThan(2),
        () ->
            "%d names, each %s of the one before: not read within 5 seconds"
                .formatted(times, operator));
  }

  @Test
  @DisplayName("places are lines and columns from 1, in lines of any length")
  void places() throws IOException {
    String before = "var a=[" + "0,".repeat(50_000) + "0];";
    Printed printed = find("\n" + before + "r.AES.decrypt(t,'k')");
    assertThat(printed.out())
        .startsWith("a.js:2:%d: r.AES.decrypt\n".formatted(before.length() + 1));
    assertThat(printed.status()).isZero();
  }

  @Test
  @DisplayName("the page's script: the call stands where the text says")
  void page() {
    String text = Board.bundle();
    Printed printed = Printed.by(new Find());
    // CryptoJS has 'e.decrypt(' of its own; the page's script is the last line.
    int start = text.stripTrailing().lastIndexOf("\n") + 1;
    int column = text.indexOf("n.decrypt(", start) - start + 1;
    int line = (int) text.substring(0, start).lines().count() + 1;
    assertThat(printed.out()).startsWith("board.min.js:%d:%d: n.decrypt\n".formatted(line, column));
  }

  @Test
  @DisplayName("where all names were changed it points at the code of CryptoJS")
  void mangled() throws IOException {
    // 0x53616c74 and 0x65645f5f are 'Salt' and 'ed__'.
    Printed printed = find("f([1398893684,1701076831]);q.x.y(t,'k')");
    assertThat(printed.out())
        .isEqualTo(
            "a.js:1:4: 'Salted__' as two words, in the code of CryptoJS\n"
                + "no call of CryptoJS under its own names: set a breakpoint there, and look who"
                + " calls\n");
    assertThat(printed.status()).isOne();
    assertThat(find("1").out()).isEqualTo("no call of CryptoJS\n");
  }

  @Test
  @DisplayName("what is not JavaScript is refused with its place")
  void notJavaScript() throws IOException {
    assertThat(find("<!doctype html>").err())
        .isEqualTo(
            "api-decryption/find: a.js:1:1: this is not JavaScript: Expected an operand but found"
                + " <\n");
    assertThat(find("var a = 1;\nlet b = ;").err())
        .startsWith("api-decryption/find: a.js:2:9: this is not JavaScript: ")
        .hasLineCount(1);
    assertThat(find("import a from 'b';\nlet c = 'd;").err())
        .startsWith("api-decryption/find: a.js:2:")
        .hasLineCount(1);
    assertThat(find("{\"a\": 1}").err()).startsWith("api-decryption/find: a.js:1:").hasLineCount(1);
    assertThat(find("a\u001b[2J").err()).doesNotContain("\u001b").hasLineCount(1);
    assertThat(find("(".repeat(200_000)).err())
        .isEqualTo("api-decryption/find: a.js is nested too deeply\n");
    assertThat(find("a" + "+a".repeat(20_000) + "+r.AES.decrypt(t,'k')").status()).isZero();
  }

  @Test
  @DisplayName("what cannot be read is refused")
  void unreadable() throws IOException {
    Path file = folder.resolve("a.js");
    assertThat(Printed.by(new Find(), file.toString()))
        .isEqualTo(Printed.refusal(new Find(), "there is no file " + file));
    assertThat(Printed.by(new Find(), folder.toString()))
        .isEqualTo(
            Printed.refusal(
                new Find(),
                "FILE must be a file of JavaScript, and %s is a folder".formatted(folder)));
    Files.write(file, new byte[] {'a', ';', (byte) 0xff});
    assertThat(Printed.by(new Find(), file.toString()))
        .isEqualTo(Printed.refusal(new Find(), file + " is no UTF-8: byte 3"));
    try (var large = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(20_000_001);
    }
    assertThat(Printed.by(new Find(), file.toString()))
        .isEqualTo(
            Printed.refusal(
                new Find(), file + " has more than 20000000 bytes, and no more are read"));
  }

  @Test
  @DisplayName("what has no end is not read to its end")
  @DisabledOnOs(OS.WINDOWS)
  void endless() {
    assertThat(Printed.by(new Find(), "/dev/zero"))
        .isEqualTo(
            Printed.refusal(
                new Find(), "/dev/zero has more than 20000000 bytes, and no more are read"));
  }

  private Printed find(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.js"), text);
    return Printed.by(new Find(), file.toString());
  }
}
