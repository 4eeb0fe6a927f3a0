package workbook.postgresqlsetup;

/// The address field of a rule: which clients it speaks of.
sealed interface HbaAddress {

  /// `all`
  record Everywhere() implements HbaAddress {
    @Override
    public String toString() {
      return "all";
    }
  }

  /// `samehost`: one of the server's own addresses.
  record SameHost() implements HbaAddress {
    @Override
    public String toString() {
      return "samehost";
    }
  }

  /// `samenet`: an address in a network that the server is in.
  record SameNet() implements HbaAddress {
    @Override
    public String toString() {
      return "samenet";
    }
  }

  /// A host name, or with a dot at its head, the end of one.
  record HostName(String name) implements HbaAddress {
    @Override
    public String toString() {
      return name;
    }
  }

  /// An address and a mask, of the same family.
  record Network(IpAddress address, IpAddress mask) implements HbaAddress {

    boolean contains(IpAddress client) {
      return client.isIn(address, mask);
    }

    @Override
    public String toString() {
      int bits = mask.prefixLength();
      return bits < 0 ? "%s %s".formatted(address, mask) : "%s/%d".formatted(address, bits);
    }
  }
}
