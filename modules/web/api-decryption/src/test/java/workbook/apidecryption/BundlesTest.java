package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("peers")
@DisplayName("Calls are found in what esbuild and webpack make of a script")
class BundlesTest {

  /// A script, and its one call in short.
  private record Sample(String source, String call) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(
              "import C from 'crypto-js'; window.f = t => C.AES.decrypt(t, 'k').toString(C.enc.Utf8)",
              "AES CBC Pkcs7 k null"),
          new Sample(
              "import {AES, mode, pad, enc} from 'crypto-js'; const k = enc.Utf8.parse('0123456789abcdef');"
                  + " window.f = t => AES.decrypt(t, k, {mode: mode.ECB, padding: pad.ZeroPadding})",
              "AES ECB ZeroPadding utf8:0123456789abcdef null"),
          new Sample(
              "import AES from 'crypto-js/aes'; import Utf8 from 'crypto-js/enc-utf8';"
                  + " window.f = t => AES.decrypt(t, 'k').toString(Utf8)",
              "AES CBC Pkcs7 k null"),
          new Sample(
              "import DES3 from 'crypto-js/tripledes'; import OFB from 'crypto-js/mode-ofb';"
                  + " import NoPadding from 'crypto-js/pad-nopadding'; import Hex from 'crypto-js/enc-hex';"
                  + " const k = Hex.parse('000102030405060708090a0b0c0d0e0f'), iv = Hex.parse('0001020304050607');"
                  + " window.f = t => DES3.decrypt(t, k, {iv, mode: OFB, padding: NoPadding})",
              "TripleDES OFB NoPadding hex:000102030405060708090a0b0c0d0e0f hex:0001020304050607"),
          new Sample(
              "import C from 'crypto-js'; const {AES: {decrypt}} = C; window.f = t => decrypt(t, 'k')",
              "AES CBC Pkcs7 k null"),
          new Sample(
              "import C from 'crypto-js'; window.f = t => C['AES']['decrypt'](t, C.MD5('pass'),"
                  + " {iv: C.enc.Utf8.parse('fedcba9876543210'), mode: C.mode.CTR})",
              "AES CTR Pkcs7 hex:1a1dc91c907325c69271ddf0c944bc72 utf8:fedcba9876543210"),
          new Sample(
              "const C = require('crypto-js'); const o = {mode: C.mode.CFB, padding: C.pad.Iso10126};"
                  + " window.f = t => C.AES.decrypt(t, C.enc.Base64.parse('AAECAwQFBgcICQoLDA0ODw=='), o)",
              "AES CFB Iso10126 base64:AAECAwQFBgcICQoLDA0ODw== null"),
          new Sample(
              "import C from 'crypto-js'; class Api { #key = 'a' + 'b'; static async read(t) {"
                  + " return C.DES?.decrypt(await t, `a${'b'}`) } } window.f = Api",
              "DES CBC Pkcs7 ab null"));

  @TestFactory
  @DisplayName("minified, each with its cipher, mode, padding, key and IV")
  Stream<DynamicTest> bundles() {
    return Stream.of(
            tests("esbuild", "esbuild", Map.of()),
            tests("esbuild, for old browsers", "esbuild", Map.of("target", "es2017")),
            tests("esbuild, a module", "esbuild", Map.of("format", "esm")),
            tests("webpack and terser", "webpack", Map.of()),
            tests(
                "webpack, for development",
                "webpack",
                Map.of("mode", "development", "devtool", false)))
        .flatMap(List::stream);
  }

  private static List<DynamicTest> tests(String name, String bundler, Map<String, Object> options) {
    List<String> bundles =
        Npm.ask(
            bundler,
            SAMPLES.stream()
                .map(sample ->
                    Map.of("files", Map.of("main.js", sample.source()), "options", options))
                .toList());
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < bundles.size(); i++) {
      Sample sample = SAMPLES.get(i);
      String bundle = bundles.get(i);
      tests.add(
          DynamicTest.dynamicTest(
              name + ": " + sample.call(),
              () -> {
                CallFinder.Found found = Find.in(() -> Script.parse("bundle.js", bundle));
                assertThat(found.calls())
                    .extracting(BundlesTest::inShort)
                    .containsExactly(sample.call());
                assertThat(found.salted()).as("where Salted__ is written").hasSize(1);
              }));
    }
    return tests;
  }

  private static String inShort(CryptoCall call) {
    return "%s %s %s %s %s"
        .formatted(
            call.cipher(),
            call.mode(),
            call.padding(),
            call.key().option(),
            call.iv() == null ? null : call.iv().option());
  }
}
