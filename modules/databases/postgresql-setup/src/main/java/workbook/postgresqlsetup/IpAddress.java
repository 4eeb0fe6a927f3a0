package workbook.postgresqlsetup;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An IPv4 or IPv6 address, by its bytes. Unlike Java's, an IPv6 address that carries an IPv4
/// address stays one of IPv6, as it does for the server.
record IpAddress(List<Byte> bytes) {

  static final int V4 = 4;
  static final int V6 = 16;

  static IpAddress of(byte[] bytes) {
    List<Byte> list = new ArrayList<>();
    for (byte each : bytes) {
      list.add(each);
    }
    return new IpAddress(List.copyOf(list));
  }

  /// An address as it is written, without any lookup. As in the C library, `10.1` is 10.0.0.1, and
  /// a part that begins with 0 is octal. The number of a scope, as in `fe80::1%2`, is left out.
  static Optional<IpAddress> parse(String text) {
    if (!text.matches("[0-9a-fA-FxX.]+|[0-9a-fA-F:.]+(?:%[0-9]+)?")) {
      return Optional.empty();
    }
    try {
      if (!text.contains(":")) {
        return Optional.of(of(Inet4Address.ofPosixLiteral(text).getAddress()));
      }
      byte[] bytes = Inet6Address.ofLiteral(text.split("%", 2)[0]).getAddress();
      return Optional.of(of(bytes.length == V4 ? mapped(bytes) : bytes));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// `::ffff:` and the four bytes.
  private static byte[] mapped(byte[] v4) {
    byte[] bytes = new byte[V6];
    bytes[10] = (byte) 0xFF;
    bytes[11] = (byte) 0xFF;
    System.arraycopy(v4, 0, bytes, 12, V4);
    return bytes;
  }

  /// The mask of a CIDR suffix.
  ///
  /// @param bits how many are set, from the left
  /// @param length of the address in bytes
  static IpAddress mask(int bits, int length) {
    byte[] mask = new byte[length];
    for (int i = 0; i < bits; i++) {
      mask[i / 8] |= (byte) (0x80 >> i % 8);
    }
    return of(mask);
  }

  boolean isV6() {
    return bytes.size() == V6;
  }

  /// Whether the bits agree wherever the mask has a one; its ones need not be in a row.
  boolean isIn(IpAddress network, IpAddress mask) {
    if (bytes.size() != network.bytes.size()) {
      return false;
    }
    for (int i = 0; i < bytes.size(); i++) {
      if (((bytes.get(i) ^ network.bytes.get(i)) & mask.bytes.get(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  /// How many ones a mask has, or -1 if they are not in a row from the left.
  int prefixLength() {
    int ones = 0;
    for (byte each : bytes) {
      ones += Integer.bitCount(each & 0xFF);
    }
    return mask(ones, bytes.size()).equals(this) ? ones : -1;
  }

  InetAddress toInetAddress() {
    try {
      return InetAddress.getByAddress(array());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] array() {
    byte[] array = new byte[bytes.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = bytes.get(i);
    }
    return array;
  }

  /// As `inet_ntop` writes it: the first of the longest runs of zero groups becomes `::`, and an
  /// IPv4 address behind zeros is written as one.
  @Override
  public String toString() {
    byte[] all = array();
    if (!isV6()) {
      return v4(all);
    }
    int[] groups = new int[8];
    Arrays.setAll(groups, i -> (all[2 * i] & 0xFF) << 8 | all[2 * i + 1] & 0xFF);
    int best = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        best = i;
        length = end - i;
      }
    }
    boolean carries = best == 0 && (length == 6 || length == 5 && groups[5] == 0xFFFF);
    int last = carries ? 6 : 8;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < last; i++) {
      if (i == best) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    if (carries) {
      text.append(text.charAt(text.length() - 1) == ':' ? "" : ":");
      text.append(v4(Arrays.copyOfRange(all, 12, V6)));
    }
    return text.toString();
  }

  private static String v4(byte[] bytes) {
    return "%d.%d.%d.%d"
        .formatted(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF, bytes[3] & 0xFF);
  }
}
