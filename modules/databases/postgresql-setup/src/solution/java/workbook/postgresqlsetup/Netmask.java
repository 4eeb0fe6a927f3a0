package workbook.postgresqlsetup;

/// An address is 32 bits, and so is a mask; what the mask does not cover does not count.
final class Netmask {

  private Netmask() {}

  static boolean contains(String network, String client) {
    String[] parts = network.split("[/ ]");
    int mask = network.contains("/") ? prefix(Integer.parseInt(parts[1])) : bits(parts[1]);
    return ((bits(client) ^ bits(parts[0])) & mask) == 0;
  }

  /// Java shifts an int by the lower five bits of the count, so 32 needs a case of its own.
  private static int prefix(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  private static int bits(String address) {
    int bits = 0;
    for (String part : address.split("\\.")) {
      bits = bits << 8 | Integer.parseInt(part);
    }
    return bits;
  }
}
