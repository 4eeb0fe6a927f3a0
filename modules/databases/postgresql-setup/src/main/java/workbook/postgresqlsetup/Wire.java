package workbook.postgresqlsetup;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Messages over a connection: either end of one.
final class Wire implements AutoCloseable {

  /// More than any message has that comes before the first query.
  private static final int LONGEST = 30_000;

  private static final int VERSION_3_0 = 3 << 16;

  private final AutoCloseable connection;
  private final DataInputStream in;
  private final DataOutputStream out;

  Wire(AutoCloseable connection, InputStream in, OutputStream out) {
    this.connection = connection;
    this.in = new DataInputStream(in);
    // A message in three pieces would wait, 40 ms at a time, until each piece is acknowledged.
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /// A connection by TCP on this machine.
  ///
  /// @param from one of the machine's addresses, which the server will see
  static Wire tcp(InetAddress from, InetAddress to, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setSoTimeout(20_000);
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(to, port), 20_000);
      return new Wire(socket, socket.getInputStream(), socket.getOutputStream());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// A connection by TCP to 127.0.0.1.
  static Wire loopback(int port) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    return tcp(loopback, loopback, port);
  }

  /// A connection by a local socket.
  static Wire local(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return new Wire(channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// The bytes of the first message: protocol 3.0 and parameters, as `user` and `database`.
  static byte[] startUp(Map<String, String> parameters) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, String> each : parameters.entrySet()) {
      body.write(zeroEnded(each.getKey()));
      body.write(zeroEnded(each.getValue()));
    }
    body.write(0);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(message);
    data.writeInt(8 + body.size());
    data.writeInt(VERSION_3_0);
    body.writeTo(data);
    return message.toByteArray();
  }

  static byte[] zeroEnded(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }

  void send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void send(char type, byte[] body) throws IOException {
    out.writeByte(type);
    out.writeInt(4 + body.length);
    out.write(body);
    out.flush();
  }

  /// The first message that a client sends: it has no letter.
  byte[] receiveStartUp() throws IOException, Distrust {
    return body();
  }

  /// Waits for the next message.
  ///
  /// @throws IOException if the connection ends
  /// @throws Distrust if the message says that it is longer than any that is due
  Message receive() throws IOException, Distrust {
    char type = (char) in.readUnsignedByte();
    return new Message(type, body());
  }

  private byte[] body() throws IOException, Distrust {
    int length = in.readInt();
    if (length < 4 || length > LONGEST) {
      throw new Distrust("it announces a message of %d bytes", length);
    }
    byte[] body = new byte[length - 4];
    in.readFully(body);
    return body;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
