package workbook.parameterdecryption;

import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// Can the reason of a refusal be told by the time that it takes? All kinds are refused in one
/// random order, so that what else the machine does falls on all alike.
@Command(
    name = "parameter-decryption/timing",
    description = "Compares how long refusals take, by what was wrong with the body.")
final class Timing implements Example {

  private static final String TARGET = "POST /login";

  /// As large as fits into a request, since the tag of a long text takes longer.
  private static final int DATA = 5 * 1024;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Bodies of each kind, from 10 to 100000; 2000 if not given.")
  private int rounds = 2000;

  @Option(names = "--seed", paramLabel = "N", description = "Of the order; 1 if not given.")
  private long seed = 1;

  /// What is wrong with a body.
  private enum Kind {
    TAG("the tag"),
    PADDING("the padding of RSA"),
    LENGTH("the content key's length"),
    KID("the name of the key");

    private final String label;

    Kind(String label) {
      this.label = label;
    }
  }

  private interface Opening {
    void open(Envelope envelope);
  }

  static void main(String[] args) {
    Example.main(new Timing(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--rounds", rounds, 10, 100_000);
    InstantSource clock = InstantSource.system();
    KeyRing keys = new KeyRing(ServerKey::generate, clock, KeyRing.OVERLAP);
    ServerKey key = keys.current();
    Freshness always = new Freshness(InstantSource.fixed(clock.instant()));
    Opener opener = new Opener(keys, always, new NonceStore(always, 1));
    Map<Kind, Envelope> bodies = bodies(key, always.clock().millis());
    out.printf(
        Locale.ROOT,
        "seed %d, %d bodies of each kind; by chance a share is 0.50 ± %.2f%n",
        seed,
        rounds,
        2 * RankSum.deviation(rounds, rounds));
    report("refused at once", bodies, body -> EarlyRefusal.open(key, body, TARGET), out);
    report("refused at the end", bodies, body -> opener.open(body, TARGET), out);
    return 0;
  }

  private static Map<Kind, Envelope> bodies(ServerKey key, long now) {
    SecureRandom random = new SecureRandom();
    Envelope good = new Sealer(key.jwk(), random).seal(TARGET, now, new byte[DATA]);
    byte[] data = good.data().clone();
    data[DATA + Envelope.TAG_BYTES - 1] ^= 1;
    byte[] padding = new byte[ServerKey.BITS / 8];
    random.nextBytes(padding);
    padding[0] = 0;
    byte[] length;
    try {
      length = Crypto.wrap(key.pair().getPublic(), new byte[Crypto.AES_KEY_BYTES / 2]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    Map<Kind, Envelope> bodies = new EnumMap<>(Kind.class);
    bodies.put(Kind.TAG, new Envelope(key.kid(), good.key(), good.iv(), now, data));
    bodies.put(Kind.PADDING, new Envelope(key.kid(), padding, good.iv(), now, data));
    bodies.put(Kind.LENGTH, new Envelope(key.kid(), length, good.iv(), now, data));
    bodies.put(Kind.KID, new Envelope("unknown", good.key(), good.iv(), now, data));
    return bodies;
  }

  private void report(String how, Map<Kind, Envelope> bodies, Opening opening, PrintStream out) {
    Map<Kind, long[]> nanos = measured(bodies, opening);
    out.printf(Locale.ROOT, "%n%-26s%8s  slower than a wrong tag%n", how, "median");
    nanos.forEach((kind, times) -> {
      long[] sorted = times.clone();
      Arrays.sort(sorted);
      out.printf(
          Locale.ROOT,
          "%-26s%5d µs  %.2f%n",
          kind.label,
          sorted[sorted.length / 2] / 1000,
          RankSum.share(times, nanos.get(Kind.TAG)));
    });
  }

  private Map<Kind, long[]> measured(Map<Kind, Envelope> bodies, Opening opening) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Kind[] order = new Kind[rounds * Kind.values().length];
    Arrays.setAll(order, i -> Kind.values()[i % Kind.values().length]);
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      Kind moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
    for (int i = 0; i < Math.min(order.length, 2000); i++) {
      nanos(bodies.get(order[i]), opening);
    }
    Map<Kind, long[]> times = new EnumMap<>(Kind.class);
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : order) {
      int at = counts.merge(kind, 1, Integer::sum) - 1;
      times.computeIfAbsent(kind, _ -> new long[rounds])[at] = nanos(bodies.get(kind), opening);
    }
    return times;
  }

  private static long nanos(Envelope body, Opening opening) {
    long begin = System.nanoTime();
    try {
      opening.open(body);
    } catch (Rejected _) {
      return System.nanoTime() - begin;
    }
    throw new IllegalStateException("a wrong body was opened");
  }
}
