package workbook.paralleltraining;

import java.io.IOException;
import java.nio.file.Path;
import workbook.lab.Refusal;

/// What a worker can be told to do. It remembers what it has begun.
final class Jobs {

  private final Communicator all;
  private Communicator c;
  private Replica replica;
  private Stage stage;
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
      case "halt" -> halt();
      case "save" -> save(Path.of(words[1]));
      case "load" -> load(Path.of(words[1]));
      case "stage" -> stage(words[1].split(" "));
      case "pass" -> pass(Integer.parseInt(words[1]));
      case "tensor" -> tensor(Integer.parseInt(words[1]));
      default -> throw new Refusal("a worker knows no '%s'".formatted(command));
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

  private Reply save(Path file) throws IOException {
    replica.save(file);
    return Reply.DONE;
  }

  private Reply load(Path file) throws IOException {
    return new Reply(new long[] {replica.load(file)}, new float[0]);
  }

  private Reply stage(String... words) {
    c = all.first(Integer.parseInt(words[1]));
    stage =
        new Stage(
            c,
            Schedule.valueOf(words[0]),
            Integer.parseInt(words[2]),
            Boolean.parseBoolean(words[3]));
    return Reply.DONE;
  }

  private Reply pass(int step) {
    float[] losses = stage.step(step);
    return new Reply(
        new long[] {stage.clock(), stage.heldBytes(), stage.unitPasses()}, losses.clone());
  }

  private Reply tensor(int workers) {
    TensorRun run = TensorRun.of(all.first(workers));
    return new Reply(new long[] {run.forward(), run.backward(), run.parameters()}, run.y());
  }

  /// As `kill -9` would: no goodbye to anybody.
  private static Reply halt() {
    Runtime.getRuntime().halt(137);
    return Reply.DONE;
  }
}
