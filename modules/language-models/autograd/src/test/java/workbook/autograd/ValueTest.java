package workbook.autograd;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "autograd/2",
    title = "Reverse mode on single numbers",
    hints = {
      "Let every result remember what it was made of, and how to add to the gradients "
          + "of these. A field with a Runnable will do.",
      "A value may pass its gradient on only when all who used it have added theirs. "
          + "In which order must you go through the values, so that users come before what "
          + "they used?",
      "Every result has a Runnable passBack. plus: adds gradient to both inputs; "
          + "times: other.data * gradient to this, data * gradient to other; power: exponent "
          + "* Math.pow(data, exponent - 1) * gradient; relu: gradient if data > 0. backward "
          + "collects all values that the result depends on by depth-first search, each "
          + "value after its inputs and once only, sets the gradient of the result to 1, and "
          + "runs the passBack of each from the end of that list to its beginning."
    },
    chinese =
        @Exercise.Chinese(
            title = "标量上的反向模式自动微分",
            hints = {
              "让每个结果记住自己由哪些值算出，以及怎样把梯度加到它们身上。用一个 Runnable 字" + "段就够了。",
              "一个值要等所有用到它的值都把梯度加给它之后，才能往回传。按什么顺序遍历，才能保证使用者排" + "在被使用者之前？",
              "每个结果带一个 Runnable passBack。plus：把 gradient 加到"
                  + "两个输入；times：给 this 加 other.data * gradient，给 "
                  + "other 加 data * gradient；power：加 exponent * M"
                  + "ath.pow(data, exponent - 1) * gradient；relu："
                  + "data > 0 时加 gradient。backward 用深度优先搜索收集结果所依赖"
                  + "的全部值，每个值排在它的输入之后，而且只收一次；把结果的梯度设为 1，再从列表末尾往前依"
                  + "次运行 passBack。"
            }))
@DisplayName("Exercise 2: reverse mode on single numbers")
class ValueTest {

  private static void assertGradient(String what, double expected, Value actual) {
    Near.assertNear("gradient of " + what, expected, actual.gradient(), 1e-9);
  }

  @Test
  @DisplayName("computes")
  void forward() {
    Value x = Value.of(3);
    Near.assertNear("3 + 3 * 3", 12, x.plus(x.times(x)).data(), 0);
    Near.assertNear("3 to the power -2", 1 / 9.0, x.power(-2).data(), 1e-15);
    Near.assertNear("relu of 3", 3, x.relu().data(), 0);
    Near.assertNear("relu of -3", 0, Value.of(-3).relu().data(), 0);
  }

  @Test
  @DisplayName("passes back through each operation")
  void operations() {
    Value x = Value.of(3);
    Value y = Value.of(-4);
    x.plus(y).backward();
    assertGradient("x in x + y", 1, x);
    x = Value.of(3);
    x.times(y).backward();
    assertGradient("x = 3 in x * -4", -4, x);
    x = Value.of(2);
    x.power(3).backward();
    assertGradient("x = 2 in x to the power 3", 12, x);
    x = Value.of(2);
    x.relu().backward();
    assertGradient("x = 2 in relu(x)", 1, x);
    x = Value.of(-2);
    x.relu().backward();
    assertGradient("x = -2 in relu(x)", 0, x);
  }

  @Test
  @DisplayName("passes back at 0, where there is nothing to divide by")
  void zero() {
    Value x = Value.of(0);
    x.power(2).backward();
    assertGradient("x = 0 in x to the power 2", 0, x);
    x = Value.of(0);
    x.relu().backward();
    assertGradient("x = 0 in relu(x), whose slope counts as 0 there", 0, x);
  }

  @Test
  @DisplayName("finds the gradients of the values in between, too, and of the result by itself")
  void between() {
    Value x = Value.of(3);
    Value y = x.times(x);
    Value z = y.plus(y.times(y));
    z.backward();
    assertGradient("y = 9 in y + y * y", 19, y);
    assertGradient("the result by itself", 1, z);
  }

  @Test
  @DisplayName("leaves alone what the result was not computed from")
  void others() {
    Value x = Value.of(3);
    x.times(x).backward();
    Value y = Value.of(5);
    y.times(y).backward();
    assertGradient("x = 3 in x * x, after y * y was walked back as well", 6, x);
  }

  @Test
  @DisplayName("adds up where a value is used more than once")
  void usedTwice() {
    Value x = Value.of(3);
    x.plus(x).backward();
    assertGradient("x in x + x", 2, x);
    x = Value.of(3);
    x.times(x).backward();
    assertGradient("x = 3 in x * x", 6, x);
  }

  @Test
  @DisplayName("waits until all uses of a value have added to it")
  void order() {
    // (1 + 2y) · 2x with x = 3 and y = 9.
    Value x = Value.of(3);
    Value y = x.times(x);
    y.plus(y.times(y)).backward();
    assertGradient("x in y + y * y, where y = x * x", 114, x);
  }

  @Test
  @DisplayName("finds what micrograd's README prints")
  void micrograd() {
    Value a = Value.of(-4);
    Value b = Value.of(2);
    Value one = Value.of(1);
    Value c = a.plus(b);
    Value d = a.times(b).plus(b.power(3));
    c = c.plus(c.plus(one));
    c = c.plus(one).plus(c).plus(a.times(Value.of(-1)));
    d = d.plus(d.times(Value.of(2))).plus(b.plus(a).relu());
    d = d.plus(Value.of(3).times(d)).plus(b.plus(a.times(Value.of(-1))).relu());
    Value e = c.plus(d.times(Value.of(-1)));
    Value f = e.power(2);
    Value g = f.times(Value.of(0.5)).plus(Value.of(10).times(f.power(-1)));
    g.backward();
    Near.assertNear("g", 24.7041, g.data(), 5e-5);
    Near.assertNear("gradient of a in micrograd's README", 138.8338, a.gradient(), 5e-5);
    Near.assertNear("gradient of b in micrograd's README", 645.5773, b.gradient(), 5e-5);
  }

  @Test
  @DisplayName("counts every way that leads to a value, and there are a million")
  void manyWays() {
    Value x = Value.of(1);
    Value y = x;
    for (int i = 0; i < 20; i++) {
      y = y.plus(y);
    }
    y.backward();
    assertGradient("x, doubled 20 times", 0x1p20, x);
  }

  @Test
  @DisplayName("agrees with differences on seeded random expressions")
  void differences() {
    long seed = 17;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      long expression = random.nextLong();
      double at = 0.5 + random.nextDouble();
      Value x = Value.of(at);
      expression(x, expression).backward();
      double h = 1e-6;
      double above = expression(Value.of(at + h), expression).data();
      double below = expression(Value.of(at - h), expression).data();
      double slope = (above - below) / (2 * h);
      Near.assertNear(
          "gradient of x in expression %d of seed %d".formatted(round, seed),
          slope,
          x.gradient(),
          1e-6 * Math.max(1, Math.abs(slope)));
    }
  }

  /// Eight operations on x and on what came of it, which stay between 0 and a few.
  private static Value expression(Value x, long seed) {
    Random random = new Random(seed);
    Value[] values = new Value[9];
    values[0] = x;
    for (int i = 1; i < values.length; i++) {
      Value a = values[random.nextInt(i)];
      Value b = values[random.nextInt(i)];
      values[i] =
          switch (random.nextInt(4)) {
            case 0 -> a.plus(b).times(Value.of(0.5));
            case 1 -> a.times(b);
            case 2 -> a.plus(Value.of(1)).power(-0.5);
            default -> a.plus(b).relu();
          };
    }
    return values[8];
  }
}
