package workbook.postgresqlsetup;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Makes a rule of a line's words. Follows `parse_hba_line` of PostgreSQL's `hba.c`, in its order,
/// and with its messages.
final class HbaParser {

  private static final Set<String> METHODS =
      Set.of(
          "trust",
          "reject",
          "md5",
          "scram-sha-256",
          "password",
          "ident",
          "peer",
          "gss",
          "sspi",
          "pam",
          "bsd",
          "ldap",
          "cert",
          "radius",
          "oauth");

  private static final Pattern CIDR = Pattern.compile("\\s*[+-]?\\d{1,9}");

  private final HbaLine line;
  private final Build build;
  private final Iterator<List<HbaToken>> fields;
  private String warning;

  private HbaParser(HbaLine line, Build build) {
    this.line = line;
    this.build = build;
    this.fields = line.fields().iterator();
  }

  static HbaFile.Entry parse(HbaLine line, Build build) {
    HbaParser parser = new HbaParser(line, build);
    try {
      if (line.error() != null) {
        throw new HbaError(line.error());
      }
      HbaRule rule = parser.rule();
      return new HbaFile.Entry(line.file(), line.number(), rule, parser.warning);
    } catch (HbaError e) {
      boolean earlier = e.isUnreported() && parser.warning != null;
      String error = earlier ? parser.warning : e.getMessage();
      return new HbaFile.Entry(line.file(), line.number(), null, error);
    }
  }

  private HbaRule rule() throws HbaError {
    HbaRule.Type type = type();
    List<HbaToken> databases = names("end-of-line before database specification");
    List<HbaToken> users = names("end-of-line before role specification");
    HbaAddress address = type == HbaRule.Type.LOCAL ? null : address();
    String method = method(type);
    HbaOptions options = new HbaOptions(type, method);
    while (fields.hasNext()) {
      for (HbaToken word : fields.next()) {
        options.add(word.text());
      }
    }
    return new HbaRule(
        line.file(),
        line.number(),
        line.text(),
        type,
        databases,
        users,
        address,
        method,
        options.complete());
  }

  private HbaRule.Type type() throws HbaError {
    String word = one("", "multiple values specified for connection type").text();
    HbaRule.Type type =
        switch (word) {
          case "local", "host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc" ->
              HbaRule.Type.valueOf(word.toUpperCase(Locale.ROOT));
          default -> throw new HbaError("invalid connection type \"%s\"", word);
        };
    if (type == HbaRule.Type.HOSTSSL && !build.ssl()) {
      warning = "hostssl record cannot match because SSL is disabled";
    }
    if (type == HbaRule.Type.HOSTGSSENC && !build.gss()) {
      warning = "hostgssenc record cannot match because GSSAPI is not supported by this build";
    }
    return type;
  }

  /// The words of a field of databases or users.
  private List<HbaToken> names(String ifMissing) throws HbaError {
    List<HbaToken> words = field(ifMissing);
    for (HbaToken word : words) {
      if (word.isRegex()) {
        try {
          Pattern.compile(word.rest());
        } catch (PatternSyntaxException e) {
          throw new HbaError(
              "invalid regular expression \"%s\": %s", word.rest(), e.getDescription());
        }
      }
    }
    return words;
  }

  private HbaAddress address() throws HbaError {
    HbaToken word =
        one(
            "end-of-line before IP address specification",
            "multiple values specified for host address");
    if (word.is("all")) {
      return new HbaAddress.Everywhere();
    }
    if (word.is("samehost")) {
      return new HbaAddress.SameHost();
    }
    if (word.is("samenet")) {
      return new HbaAddress.SameNet();
    }
    String[] parts = word.text().split("/", 2);
    Optional<IpAddress> address = IpAddress.parse(parts[0]);
    if (parts.length > 1) {
      return network(word.text(), address, parts[1]);
    }
    if (address.isEmpty()) {
      return new HbaAddress.HostName(word.text());
    }
    HbaToken mask =
        one("end-of-line before netmask specification", "multiple values specified for netmask");
    IpAddress bits =
        IpAddress.parse(mask.text())
            .orElseThrow(() ->
                new HbaError("invalid IP mask \"%s\": Name or service not known", mask.text()));
    if (bits.isV6() != address.get().isV6()) {
      throw new HbaError("IP address and mask do not match");
    }
    return new HbaAddress.Network(address.get(), bits);
  }

  private static HbaAddress network(String text, Optional<IpAddress> address, String suffix)
      throws HbaError {
    if (address.isEmpty()) {
      throw new HbaError("specifying both host name and CIDR mask is invalid: \"%s\"", text);
    }
    int length = address.get().bytes().size();
    // What strtol takes: blanks and a sign may stand before it.
    if (CIDR.matcher(suffix).matches()) {
      int bits = Integer.parseInt(suffix.strip());
      if (bits >= 0 && bits <= 8 * length) {
        return new HbaAddress.Network(address.get(), IpAddress.mask(bits, length));
      }
    }
    throw new HbaError("invalid CIDR mask in address \"%s\"", text);
  }

  private String method(HbaRule.Type type) throws HbaError {
    String method =
        one(
                "end-of-line before authentication method",
                "multiple values specified for authentication type")
            .text();
    if (!METHODS.contains(method)) {
      throw new HbaError("invalid authentication method \"%s\"", method);
    }
    if (build.missing().contains(method)) {
      throw new HbaError(
          "invalid authentication method \"%s\": not supported by this build", method);
    }
    boolean local = type == HbaRule.Type.LOCAL;
    if (local && method.equals("ident")) {
      return "peer";
    }
    if (local && method.equals("gss")) {
      throw new HbaError("gssapi authentication is not supported on local sockets");
    }
    if (!local && method.equals("peer")) {
      throw new HbaError("peer authentication is only supported on local sockets");
    }
    if (type != HbaRule.Type.HOSTSSL && method.equals("cert")) {
      throw new HbaError("cert authentication is only supported on hostssl connections");
    }
    return method;
  }

  private HbaToken one(String ifMissing, String ifSeveral) throws HbaError {
    List<HbaToken> words = field(ifMissing);
    if (words.size() > 1) {
      throw new HbaError(ifSeveral);
    }
    return words.getFirst();
  }

  private List<HbaToken> field(String ifMissing) throws HbaError {
    if (!fields.hasNext()) {
      throw new HbaError(ifMissing);
    }
    return new ArrayList<>(fields.next());
  }
}
