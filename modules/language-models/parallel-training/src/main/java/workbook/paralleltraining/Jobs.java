package workbook.paralleltraining;

import java.io.IOException;

/// What a worker can be told to do. It remembers what it has begun.
final class Jobs {

  private final Communicator all;
  private Communicator c;
  private Replica replica;
  private long sentBefore;

  Jobs(Communicator all) {
    this.all = all;
  }

  Reply obey(String command) throws IOException {
    String[] words = command.split(" ", 2);
    return switch (words[0]) {
      case "replica" -> begin(words[1].split(" "));
      case "step" -> new Reply(new long[0], replica.step(Integer.parseInt(words[1])));
      case "report" -> report();
      default -> throw new IllegalArgumentException("a worker knows no '%s'".formatted(command));
    };
  }

  private Reply begin(String... words) {
    c = all.first(Integer.parseInt(words[1]));
    replica = new Replica(Strategy.valueOf(words[0]), c);
    sentBefore = c.sentBytes();
    return Reply.DONE;
  }

  private Reply report() {
    return new Reply(
        new long[] {c.sentBytes() - sentBefore, replica.memory().peak()}, new float[0]);
  }
}
