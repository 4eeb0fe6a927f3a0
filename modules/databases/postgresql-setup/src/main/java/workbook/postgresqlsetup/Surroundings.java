package workbook.postgresqlsetup;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/// What rules ask of the machine: its own addresses, and the names of others.
interface Surroundings {

  /// The machine's own addresses, each with the mask of its network.
  List<HbaAddress.Network> own();

  /// The name that the reverse lookup gives; empty if there is none.
  String name(IpAddress address);

  /// The addresses of a name; none if it is unknown.
  List<IpAddress> addresses(String name);

  /// This machine, and the resolver it is set up with.
  static Surroundings here() {
    return new Surroundings() {

      @Override
      public List<HbaAddress.Network> own() {
        try {
          List<HbaAddress.Network> all = new ArrayList<>();
          for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InterfaceAddress address : each.getInterfaceAddresses()) {
              byte[] bytes = address.getAddress().getAddress();
              all.add(
                  new HbaAddress.Network(
                      IpAddress.of(bytes),
                      IpAddress.mask(address.getNetworkPrefixLength(), bytes.length)));
            }
          }
          return all;
        } catch (SocketException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public String name(IpAddress address) {
        InetAddress internet = address.toInetAddress();
        String name = internet.getCanonicalHostName();
        return name.equals(internet.getHostAddress()) ? "" : name;
      }

      @Override
      public List<IpAddress> addresses(String name) {
        try {
          List<IpAddress> all = new ArrayList<>();
          for (InetAddress each : InetAddress.getAllByName(name)) {
            all.add(IpAddress.of(each.getAddress()));
          }
          return all;
        } catch (UnknownHostException _) {
          return List.of();
        }
      }
    };
  }
}
