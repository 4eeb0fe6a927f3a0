package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "postgresql-setup/2",
    title = "Is the client in the network?",
    hints = {
      "Four numbers of eight bits are one number of 32. What has to be equal in two of them?",
      "Exclusive or shows where two addresses differ, and the mask which of it counts. In Java"
          + " 1 << 32 is 1.",
      "Write bits(address): split at the dots, and for each part bits = bits << 8 | part. The mask"
          + " is bits(second part) where there is a blank; where there is a slash and the number n,"
          + " it is 0 for n == 0 and -1 << (32 - n) else. Return ((bits(client) ^ bits(first part))"
          + " & mask) == 0."
    },
    chinese =
        @Exercise.Chinese(
            title = "客户端在这个网段里吗",
            hints = {
              "四个 8 位的数合起来是一个 32 位的数。两个地址的哪些位必须相等？",
              "异或显示两个地址在哪些位上不同，掩码决定哪些位算数。注意：Java 里 1 << 32 等于 1。",
              "写 bits(address)：按点拆开，对每一段执行 bits = bits << 8 | 段。有空格时掩码是 bits(第二部分)；有斜杠和数字 n 时，n == 0 则掩码为 0，否则为 -1 << (32 - n)。返回 ((bits(client) ^ bits(第一部分)) & mask) == 0。"
            }))
@DisplayName("Exercise 2: is the client in the network?")
class NetmaskTest {

  @Test
  @DisplayName("a prefix of whole bytes, and one that ends within a byte")
  void prefix() {
    assertContains("10.0.0.0/8", "10.1.2.3", true);
    assertContains("10.0.0.0/8", "11.0.0.0", false);
    assertContains("192.168.1.0/24", "192.168.10.5", false);
    assertContains("172.16.0.0/12", "172.31.255.255", true);
    assertContains("172.16.0.0/12", "172.32.0.0", false);
    assertContains("127.0.0.1/32", "127.0.0.1", true);
    assertContains("127.0.0.1/32", "127.0.0.2", false);
  }

  @Test
  @DisplayName("everything: /0")
  void everything() {
    assertContains("0.0.0.0/0", "203.0.113.7", true);
    assertContains("10.0.0.0/0", "203.0.113.7", true);
  }

  @Test
  @DisplayName("addresses above 127.255.255.255, where an int is negative")
  void negative() {
    assertContains("192.168.0.0/16", "192.168.200.1", true);
    assertContains("128.0.0.0/1", "255.255.255.255", true);
    assertContains("128.0.0.0/1", "127.255.255.255", false);
  }

  @Test
  @DisplayName("bits of the network that the mask does not cover do not count")
  void hostBits() {
    assertContains("10.1.2.3/8", "10.200.0.1", true);
    assertContains("10.1.2.3 255.255.0.0", "10.1.9.9", true);
  }

  @Test
  @DisplayName("a mask, also one with gaps")
  void mask() {
    assertContains("10.0.0.0 255.0.0.0", "10.1.2.3", true);
    assertContains("10.0.0.7 255.0.0.255", "10.99.98.7", true);
    assertContains("10.0.0.7 255.0.0.255", "10.0.0.8", false);
    assertContains("10.0.0.0 0.0.0.0", "203.0.113.7", true);
    // 3 and 19 have the same lower four bits, and 3 and 4 the same upper ones.
    assertContains("10.0.3.0 255.0.15.0", "10.9.19.1", true);
    assertContains("10.0.3.0 255.0.15.0", "10.9.4.1", false);
  }

  // The same question to the code that DecisionsTest compares with the server.
  @Test
  @DisplayName("random networks and clients")
  void random() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      int length = random.nextInt(33);
      String network = address(random);
      String client = random.nextBoolean() ? address(random) : near(network, random);
      boolean expected =
          IpAddress.parse(client)
              .orElseThrow()
              .isIn(IpAddress.parse(network).orElseThrow(), IpAddress.mask(length, 4));
      assertContains(network + "/" + length, client, expected);
      assertContains(network + " " + IpAddress.mask(length, 4), client, expected);
    }
  }

  private static String address(Random random) {
    return "%d.%d.%d.%d"
        .formatted(
            random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static String near(String network, Random random) {
    return network.substring(0, network.lastIndexOf('.') + 1) + random.nextInt(256);
  }

  private static void assertContains(String network, String client, boolean expected) {
    assertThat(Netmask.contains(network, client))
        .as("whether %s holds %s", network, client)
        .isEqualTo(expected);
  }
}
