package workbook.recurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// What two language models make of a word where it stands. They have learned from sentences in
/// which *bank* has two meanings.
final class Surroundings {

  static final String WORD = "bank";
  static final long SEED = 1;
  static final int WIDTH = 16;
  private static final int TEXTS = 16;
  private static final int STEPS = 200;

  private final List<String> vocabulary;
  private final Bidirectional model;
  private final Tape tape = new Tape(FloatKernels.best());

  private Surroundings(Bidirectional model, List<String> vocabulary) {
    this.model = model;
    this.vocabulary = vocabulary;
  }

  /// Pairs of sentences about money or about a river. The second of a pair begins alike in both,
  /// and goes on with what the first was about.
  static List<String> text(int pairs, RandomGenerator random) {
    List<String> text = new ArrayList<>();
    while (text.size() < pairs) {
      String who = one(random, "she", "he", "the farmer", "a woman");
      String pair =
          random.nextBoolean()
              ? "%s %s %s at the bank . the bank %s %s ."
                  .formatted(
                      who,
                      one(random, "keeps", "borrows", "saves"),
                      one(random, "money", "gold", "silver"),
                      one(random, "pays", "lends"),
                      one(random, "money", "gold", "interest"))
              : "%s %s at the bank . the bank is %s ."
                  .formatted(
                      who,
                      one(random, "fishes", "swims", "walks", "sleeps"),
                      one(random, "muddy", "steep", "green", "wet"));
      if (!Contexts.ASKED.contains(pair)) {
        text.add(pair);
      }
    }
    return text;
  }

  private static String one(RandomGenerator random, String... of) {
    return of[random.nextInt(of.length)];
  }

  static Surroundings trained() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> words = List.of(String.join(" ", text(2000, random)).split(" "));
    List<String> vocabulary = List.copyOf(new TreeSet<>(words));
    Bidirectional model = Bidirectional.random(vocabulary.size(), 8, WIDTH, random);
    Surroundings contexts = new Surroundings(model, vocabulary);
    contexts.train(contexts.numbers(words));
    return contexts;
  }

  private int[] numbers(List<String> words) {
    return words.stream().mapToInt(word -> Collections.binarySearch(vocabulary, word)).toArray();
  }

  private void train(int[] text) {
    List<Tensor> parameters = List.copyOf(model.parameters().values());
    AdamW optimizer = new AdamW(parameters, 0);
    Streams streams = new Streams(text, text.length, TEXTS, 32);
    for (int step = 0; step < STEPS; step++) {
      tape.reset();
      Gradients.clear(parameters);
      tape.backward(model.loss(tape, streams.next().inputs(), TEXTS));
      Gradients.clip(parameters, Trainer.LONGEST_GRADIENT);
      optimizer.step(0.04);
    }
  }

  /// The cosine of the last `bank` of two texts, by some of the numbers of its vector.
  double likeness(String one, String other, int from, int to) {
    return cosine(
        Arrays.copyOfRange(vector(one), from, to), Arrays.copyOfRange(vector(other), from, to));
  }

  /// What the two models make of the last `bank` of a text.
  float[] vector(String text) {
    List<String> words = List.of(text.split(" "));
    int place = words.lastIndexOf(WORD);
    tape.reset();
    Tensor vectors = tape.withoutGradients(() -> model.vectors(tape, numbers(words), 1));
    return tape.slice(vectors, 0, place, place + 1).data().clone();
  }

  /// What the table of words has for the last `bank` of a text.
  float[] fromTable(String text) {
    List<String> words = List.of(text.split(" "));
    int number = numbers(words)[words.lastIndexOf(WORD)];
    Tensor table = model.forward().embedding();
    int columns = table.size(1);
    return Arrays.copyOfRange(table.data(), number * columns, (number + 1) * columns);
  }

  static double cosine(float[] a, float[] b) {
    double product = 0;
    double ofA = 0;
    double ofB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (double) a[i] * b[i];
      ofA += (double) a[i] * a[i];
      ofB += (double) b[i] * b[i];
    }
    return product / Math.sqrt(ofA * ofB);
  }
}
