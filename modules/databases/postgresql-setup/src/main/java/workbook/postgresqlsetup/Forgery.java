package workbook.postgresqlsetup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// What a server does that only took the real one's address: it waits for passwords, and has no
/// verifier.
enum Forgery {
  CLEAR_TEXT("asks for the password in clear text") {
    @Override
    void answer(Wire wire) throws IOException {
      send(wire, 3, new byte[0]);
    }
  },
  MD5("asks for an MD5 hash of it") {
    @Override
    void answer(Wire wire) throws IOException {
      send(wire, 5, new byte[] {1, 2, 3, 4});
    }
  },
  NO_PROOF("lets everybody in") {
    @Override
    void answer(Wire wire) throws IOException {
      send(wire, 0, new byte[0]);
    }
  },
  OTHER_MECHANISM("offers SCRAM-SHA-1 alone") {
    @Override
    void answer(Wire wire) throws IOException {
      send(wire, 10, "SCRAM-SHA-1\0\0".getBytes(StandardCharsets.US_ASCII));
    }
  },
  OLD_NONCE("plays an old exchange again") {
    @Override
    void answer(Wire wire) throws IOException, Distrust {
      nonce(wire);
      first(wire, "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0", 4096);
    }
  },
  SHORT_NONCE("adds one character to the nonce") {
    @Override
    void answer(Wire wire) throws IOException, Distrust {
      first(wire, nonce(wire) + "x", 4096);
    }
  },
  FEW_ITERATIONS("asks for 1 iteration") {
    @Override
    void answer(Wire wire) throws IOException, Distrust {
      first(wire, nonce(wire) + NONCE, 1);
    }
  },
  MANY_ITERATIONS("asks for 2000000000 iterations") {
    @Override
    void answer(Wire wire) throws IOException, Distrust {
      first(wire, nonce(wire) + NONCE, 2_000_000_000);
    }
  },
  WRONG_SIGNATURE("makes a signature up") {
    @Override
    void answer(Wire wire) throws IOException, Distrust {
      first(wire, nonce(wire) + NONCE, 4096);
      wire.receive();
      String made = Base64.getEncoder().encodeToString(new byte[32]);
      send(wire, 12, ("v=" + made).getBytes(StandardCharsets.US_ASCII));
    }
  },
  NO_SIGNATURE("takes any proof, and signs nothing") {
    @Override
    void answer(Wire wire) throws IOException, Distrust {
      first(wire, nonce(wire) + NONCE, 4096);
      wire.receive();
      send(wire, 0, new byte[0]);
    }
  },
  LONG_MESSAGE("announces 2 GB") {
    @Override
    void answer(Wire wire) throws IOException {
      wire.send(new byte[] {'R', 0x7F, -1, -1, -1});
    }
  };

  private static final String NONCE = "0123456789abcdefghijklmn";
  private static final String SALT = "W22ZaJ0SNY7soEsUEjb6gQ==";

  private final String does;

  Forgery(String does) {
    this.does = does;
  }

  String does() {
    return does;
  }

  /// Answers a client's start-up message.
  abstract void answer(Wire wire) throws IOException, Distrust;

  private static void send(Wire wire, int request, byte[] rest) throws IOException {
    wire.send('R', ByteBuffer.allocate(4 + rest.length).putInt(request).put(rest).array());
  }

  /// Offers the mechanism, and returns the nonce that the client begins with.
  private static String nonce(Wire wire) throws IOException, Distrust {
    send(wire, 10, "SCRAM-SHA-256\0\0".getBytes(StandardCharsets.US_ASCII));
    String first = new String(wire.receive().body(), StandardCharsets.UTF_8);
    return first.substring(first.indexOf("r=") + 2);
  }

  private static void first(Wire wire, String nonce, int iterations) throws IOException {
    send(
        wire,
        11,
        "r=%s,s=%s,i=%d".formatted(nonce, SALT, iterations).getBytes(StandardCharsets.US_ASCII));
  }
}
