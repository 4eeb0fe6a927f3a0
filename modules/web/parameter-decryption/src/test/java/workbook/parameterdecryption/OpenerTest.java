package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static workbook.parameterdecryption.Rejected.Reason.NOT_AUTHENTIC;
import static workbook.parameterdecryption.Rejected.Reason.NOT_FRESH;
import static workbook.parameterdecryption.Rejected.Reason.NO_ENVELOPE;
import static workbook.parameterdecryption.Rejected.Reason.REPLAYED;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sealed body")
class OpenerTest {

  private static final String TARGET = "POST /login";
  private static final byte[] PLAIN = "plain 世界".getBytes(StandardCharsets.UTF_8);

  private final TestClock clock = new TestClock();
  private final KeyRing keys = new KeyRing(Keys.inTurn(), clock, KeyRing.OVERLAP);
  private final Freshness freshness = new Freshness(clock);
  private final Opener opener = new Opener(keys, freshness, new NonceStore(freshness, 100));

  private Envelope sealed() {
    return sealedAt(clock.millis());
  }

  private Envelope sealedAt(long time) {
    return new Sealer(keys.current().jwk(), new SecureRandom()).seal(TARGET, time, PLAIN);
  }

  private void assertRejected(Rejected.Reason reason, Envelope envelope, String target) {
    Throwable thrown = catchThrowable(() -> opener.open(envelope, target));
    assertThat(thrown).isInstanceOf(Rejected.class);
    assertThat(((Rejected) thrown).reason()).isEqualTo(reason);
  }

  @Test
  @DisplayName("is opened once")
  void once() {
    Envelope sealed = sealed();
    assertThat(opener.open(sealed, TARGET)).isEqualTo(PLAIN);
    assertRejected(REPLAYED, sealed, TARGET);
  }

  @Test
  @DisplayName("is bound to its method, path and query, and refused there alone")
  void target() {
    Envelope sealed = sealed();
    assertRejected(NOT_AUTHENTIC, sealed, "POST /transfer");
    assertRejected(NOT_AUTHENTIC, sealed, "PUT /login");
    assertRejected(NOT_AUTHENTIC, sealed, "POST /login?as=admin");
    assertThat(opener.open(sealed, TARGET)).isEqualTo(PLAIN);
  }

  @Test
  @DisplayName("is bound to its time and to the key's name")
  void additionalData() {
    Envelope sealed = sealed();
    Envelope later =
        new Envelope(sealed.kid(), sealed.key(), sealed.iv(), sealed.time() + 1, sealed.data());
    assertRejected(NOT_AUTHENTIC, later, TARGET);
    Envelope renamed =
        new Envelope("other", sealed.key(), sealed.iv(), sealed.time(), sealed.data());
    assertRejected(NOT_AUTHENTIC, renamed, TARGET);
  }

  @Test
  @DisplayName(
      "sealed for the server's key under another name is refused: no such key is handed out")
  void unknownName() {
    PublicJwk jwk = PublicJwk.of("other", (RSAPublicKey) keys.current().pair().getPublic());
    Envelope sealed = new Sealer(jwk, new SecureRandom()).seal(TARGET, clock.millis(), PLAIN);
    assertRejected(NOT_AUTHENTIC, sealed, TARGET);
  }

  @Test
  @DisplayName("is fresh for two minutes, and half a minute before its time")
  void fresh() {
    long now = clock.millis();
    assertThat(opener.open(sealedAt(now - 120_000), TARGET)).isEqualTo(PLAIN);
    assertThat(opener.open(sealedAt(now + 30_000), TARGET)).isEqualTo(PLAIN);
    assertRejected(NOT_FRESH, sealedAt(now - 120_001), TARGET);
    assertRejected(NOT_FRESH, sealedAt(now + 30_001), TARGET);
    assertRejected(NOT_FRESH, sealedAt(Long.MIN_VALUE), TARGET);
    assertRejected(NOT_FRESH, sealedAt(Long.MAX_VALUE), TARGET);
  }

  @Test
  @DisplayName("with parts of another length is refused, and nothing else happens")
  void lengths() {
    Envelope sealed = sealed();
    for (int length : new int[] {0, 11, 13, 4000}) {
      assertRejected(
          NO_ENVELOPE,
          new Envelope(sealed.kid(), sealed.key(), new byte[length], sealed.time(), sealed.data()),
          TARGET);
    }
    for (int length : new int[] {0, 1, 255, 257, 4000}) {
      assertRejected(
          NOT_AUTHENTIC,
          new Envelope(sealed.kid(), new byte[length], sealed.iv(), sealed.time(), sealed.data()),
          TARGET);
    }
    for (int length : new int[] {0, 1, 15, 16}) {
      assertRejected(
          NOT_AUTHENTIC,
          new Envelope(sealed.kid(), sealed.key(), sealed.iv(), sealed.time(), new byte[length]),
          TARGET);
    }
  }

  @Test
  @DisplayName("with a content key of 128 bits is refused, for 256 are agreed")
  void shortKey() throws Exception {
    byte[] key = new byte[16];
    byte[] iv = new byte[Envelope.IV_BYTES];
    long time = clock.millis();
    ServerKey current = keys.current();
    byte[] aad = Envelope.additionalData(TARGET, time, current.kid());
    Envelope envelope =
        new Envelope(
            current.kid(),
            Crypto.wrap(current.pair().getPublic(), key),
            iv,
            time,
            Crypto.encrypt(key, iv, aad, PLAIN));
    assertRejected(NOT_AUTHENTIC, envelope, TARGET);
  }

  @Test
  @DisplayName("sealed before a rotation is opened after it, until the overlap is over")
  void rotation() {
    Envelope before = sealed();
    keys.rotate();
    assertThat(keys.current().kid()).isNotEqualTo(before.kid());
    assertThat(opener.open(before, TARGET)).isEqualTo(PLAIN);

    Sealer old = new Sealer(keys.find(before.kid()).orElseThrow().jwk(), new SecureRandom());
    clock.advance(KeyRing.OVERLAP.minusMillis(1));
    assertThat(opener.open(old.seal(TARGET, clock.millis(), PLAIN), TARGET)).isEqualTo(PLAIN);
    clock.advance(Duration.ofMillis(1));
    assertRejected(NOT_AUTHENTIC, old.seal(TARGET, clock.millis(), PLAIN), TARGET);
  }

  @Test
  @DisplayName("says nothing of itself, where it is rejected")
  void silent() {
    Throwable thrown = catchThrowable(() -> opener.open(sealed(), "POST /"));
    assertThat(thrown).hasMessage("NOT_AUTHENTIC").hasNoCause();
    assertThat(thrown.getStackTrace()).isEmpty();
  }
}
