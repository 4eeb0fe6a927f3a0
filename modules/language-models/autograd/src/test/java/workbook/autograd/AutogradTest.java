package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("The examples")
class AutogradTest {

  /// The share of points that the network tells apart, from the last line of the table.
  private static int right(Printed printed) {
    String last =
        printed.out().lines().filter(line -> line.endsWith(" %")).reduce((_, b) -> b).orElseThrow();
    return Integer.parseInt(last.replaceAll(".* (\\d+) %", "$1"));
  }

  @Test
  @DisplayName("a hidden layer learns the spiral, a line cannot: CS231n has 98 % and 49 %")
  void spiral() {
    // Another spiral of the same kind, so near those and not equal; see
    // https://cs231n.github.io/neural-networks-case-study/
    assertThat(right(Printed.by(new Autograd()))).isBetween(95, 100);
    Printed line = Printed.by(new Autograd(), "0");
    assertThat(right(line)).isBetween(44, 54);
    assertThat(line.out()).startsWith("300 points on 3 arms; no hidden layer; 9 parameters; seed");
  }

  @Test
  @DisplayName("the picture has a letter for each place, and the loss starts near ln 3")
  void picture() {
    Printed printed = Printed.by(new Autograd(), "4", "3");
    assertThat(printed.status()).isZero();
    String[] parts = printed.out().split("\n\n");
    // Table: a heading and each of three steps. A network that knows nothing gives each arm a
    // third, and loses ln 3 = 1.0986; its first weights are small, not zero.
    assertThat(parts[1].lines()).hasSize(1 + 3);
    assertThat(Double.parseDouble(parts[1].lines().toList().get(1).split(" +")[3]))
        .isBetween(0.8, 1.7);
    assertThat(parts[2].lines()).hasSize(23).allMatch(line -> line.matches("[.:\\-ABC*]{56}"));
    assertThat(parts[2]).contains("A", "B", "C");
  }

  @Test
  @DisplayName("the spiral's arms begin in the middle and end at radius 1")
  void arms() {
    Spiral spiral = Spiral.of(50, new SplittableRandom(1));
    assertThat(spiral.arms()).hasSize(150);
    for (int i = 0; i < 150; i++) {
      assertThat(spiral.arms()[i]).isEqualTo(i / 50);
      double radius = Math.hypot(spiral.points()[2 * i], spiral.points()[2 * i + 1]);
      assertThat(radius).isCloseTo(i % 50 / 49.0, org.assertj.core.api.Assertions.within(1e-6));
    }
  }

  @Test
  @DisplayName("wrong arguments get one line and status 2")
  void wrongArguments() {
    assertRefused("WIDTH must be a whole number from 0 to 1024, and was '1025'", "1025");
    assertRefused("STEPS must be a whole number from 1 to 100000, and was '0'", "8", "0");
    assertRefused("WIDTH must be a whole number from 0 to 1024, and was '-1'", "-1");
  }

  private static void assertRefused(String reason, String... arguments) {
    assertThat(Printed.by(new Autograd(), arguments))
        .isEqualTo(new Printed(2, "", "autograd: " + reason + "\n"));
  }

  @Test
  @DisplayName("the neuron has the value and gradients of the lecture on micrograd")
  void neuron() {
    Neuron neuron = new Neuron();
    neuron.backward();
    assertLeaf(neuron, "x1", -1.5);
    assertLeaf(neuron, "w1", 1);
    assertLeaf(neuron, "x2", 0.5);
    assertLeaf(neuron, "w2", 0);
    assertLeaf(neuron, "b", 0.5);
    assertThat((double) neuron.steps().get("output").value())
        .isCloseTo(Math.sqrt(0.5), org.assertj.core.api.Assertions.within(2e-7));
    Printed printed = Printed.by(new Neuron());
    assertThat(printed.out().lines().toList())
        .hasSize(3 + 5 + 5)
        .contains("w1                       -3.0000    1.0000          1.0000");
  }

  private static void assertLeaf(Neuron neuron, String name, double gradient) {
    assertThat((double) neuron.leaves().get(name).gradient()[0])
        .as(name)
        .isCloseTo(gradient, org.assertj.core.api.Assertions.within(1e-6));
  }
}
