package workbook.postgresqlsetup;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Lines for `pg_hba.conf`: mostly sound, often nearly so.
final class RandomRules {

  private static final List<String> TYPES =
      List.of(
          "local",
          "host",
          "host",
          "hostnossl",
          "hostnogssenc",
          "hostgssenc",
          "hostssl",
          "hosts",
          "\"host\"",
          "HOST",
          "host,local");

  private static final List<String> NAMES =
      List.of(
          "all",
          "\"all\"",
          "sales",
          "sales,hr",
          "sales, hr",
          "sales,,hr",
          ",sales",
          "sameuser",
          "samerole",
          "samegroup",
          "replication",
          "\"replication\"",
          "+staff",
          "\"+staff\"",
          "+staff,bob",
          "/^db\\d+$",
          "\"/^a,b$\"",
          "\"my db\"",
          "a\"b c\"d",
          "\"a\"\"b\"",
          "\"\"",
          "@names",
          "@",
          "\"@names\"",
          "x,@names,y",
          "größe",
          "all,bob",
          "\"a#b\"",
          "a\\b",
          "/(",
          "\"a",
          "@nofile",
          "a#b",
          "a\tb");

  private static final List<String> ADDRESSES =
      List.of(
          "127.0.0.1/32",
          "10.0.0.0/8",
          "10.0.0.0 255.0.0.0",
          "10.1.2.3 255.255.0.255",
          "0.0.0.0/0",
          "::1/128",
          "::/0",
          "fe80::/10",
          "2001:db8::1:0:0:1/64",
          "2001:db8:0:0:1:0:0:1/128",
          "::ffff:1.2.3.4/128",
          "::1.2.3.4/128",
          "1:0:0:2::/64",
          "2001:db8:: ffff:ffff::",
          "all",
          "samehost",
          "samenet",
          "\"all\"",
          "\"samenet\"",
          "localhost",
          ".example.com",
          "host.example.com",
          "127.0.0.1/+8",
          "\"127.0.0.1/ 8\"",
          "10.1/16",
          "0x7f.1/32",
          "010.0.0.1/32",
          "1 255.0.0.0",
          "example.com/8",
          "300.0.0.1/32",
          "127.0.0.1/33",
          "127.0.0.1/",
          "127.0.0.1/-1",
          "127.0.0.1/8x",
          "::1/129",
          "10.0.0.0 ffff::",
          "::1 255.0.0.0",
          "10.0.0.0 mask",
          "10.0.0.0",
          "10.0.0.1,10.0.0.2",
          "10.0.0.0 255.0.0.0,1",
          "[::1]/128",
          "1.2.3.4.5/8",
          "::1::/8",
          "1.2.3.256/8",
          "",
          "10.0.0.0/08",
          "10.0.0.0/8/8",
          "fe80::1%1/64");

  private static final List<String> METHODS =
      List.of(
          "trust",
          "reject",
          "md5",
          "scram-sha-256",
          "password",
          "ident",
          "peer",
          "cert",
          "gss",
          "ldap",
          "pam",
          "frobnicate",
          "\"trust\"",
          "TRUST",
          "trust,md5",
          "radius",
          "");

  private static final List<String> OPTIONS =
      List.of(
          "",
          "",
          "",
          "",
          "",
          "",
          "map=omicron",
          "clientcert=verify-full",
          "clientcert=verify-ca",
          "clientcert=1",
          "clientname=CN",
          "clientname=x",
          "bogus=1",
          "bogus",
          "map",
          "map=",
          "map=a=b",
          "map=a map=b",
          "map=a,clientcert=verify-full",
          "radiusservers=127.0.0.1",
          "\"map=a b\"",
          "map=\"a b\"",
          "ldapserver=x",
          "krb_realm=x",
          "pamservice=x",
          "radiusservers=127.0.0.1 radiussecrets=s",
          "compat_realm=1",
          "issuer=x");

  /// Lines that each of the messages is for, and each of the options.
  static final List<String> EACH_MESSAGE =
      List.of(
          "hosts all all all trust",
          "host,local all all all trust",
          "local",
          "local all",
          "local all all",
          "host all all",
          "host all all all",
          "host all all all,samenet trust",
          "host all all 10.0.0.0",
          "host all all 10.0.0.0 255.0.0.0,1 trust",
          "host all all 10.0.0.0 ffff:: trust",
          "host all all 10.0.0.0 x trust",
          "host all all x/8 trust",
          "host all all 10.0.0.0/33 trust",
          "host all all 10.0.0.0/32 trust",
          "host all all ::/128 trust",
          "host all all ::/129 trust",
          "host all all 10.0.0.0/-1 trust",
          "host all all 10.0.0.0/0 trust",
          "host all /( all trust",
          "host /( all all trust",
          "local all all trust,md5",
          "local all all x",
          "local all all gss",
          "local all all ident",
          "local all all ident map=m",
          "host all all all ident map=m",
          "host all all all peer",
          "local all all peer map=a=b",
          "host all all all cert",
          "hostssl all all all cert map=m",
          "hostssl all all all cert clientcert=verify-ca",
          "hostssl all all all md5 clientcert=verify-ca",
          "hostssl all all all md5 clientcert=x",
          "hostssl all all all md5 clientname=DN",
          "hostssl all all all md5 clientname=x",
          "host all all all md5 clientcert=verify-ca",
          "host all all all md5 clientname=CN",
          "hostgssenc all all all trust",
          "local all all md5 x",
          "local all all md5 x=1",
          "local all all md5 map=m",
          "local all all md5 ldapserver=x",
          "local all all md5 krb_realm=x",
          "local all all md5 include_realm=1",
          "local all all md5 compat_realm=1",
          "local all all md5 pamservice=x",
          "local all all md5 radiusservers=127.0.0.1",
          "local all all md5 issuer=x",
          "local all all radius",
          "local all all radius radiusservers=127.0.0.1",
          "local all all radius radiussecrets=s",
          "local all all radius radiusservers=127.0.0.1 radiussecrets=s",
          "local all all oauth",
          "local all all oauth issuer=x",
          "local all all sspi",
          "local all all pam",
          "local all all bsd",
          "local all all ldap",
          "include nofile",
          "include_if_exists nofile",
          "include_dir nofolder",
          "include_dir \"\"",
          "include names more");

  private static final String SOUP = "ab,\"#@ \t+/\\\"\"ab";

  private final Random random;

  RandomRules(long seed) {
    this.random = new Random(seed);
  }

  /// A line, or two where the first ends in a backslash.
  String line() {
    return switch (random.nextInt(14)) {
      case 0 -> "host %s %s 127.0.0.1/32 trust".formatted(soup(), soup());
      case 1 -> soup();
      case 2 -> cut(rule());
      case 3 -> rule().replaceFirst(" ", " \\\\\n ");
      case 4 -> rule() + pick(List.of("\\", "\\\\", " \\\n", "\\\n\\\n# x", "\r", " # tail", "#x"));
      case 5 -> "# " + rule();
      default -> rule();
    };
  }

  private String rule() {
    String type = pick(TYPES, 5);
    List<String> fields = new ArrayList<>(List.of(type, pick(NAMES, 28), pick(NAMES, 28)));
    if (!type.equals("local") ^ random.nextInt(20) == 0) {
      fields.add(pick(ADDRESSES, 29));
    }
    fields.add(pick(METHODS, 6));
    fields.add(pick(OPTIONS, 6));
    return String.join(pick(List.of(" ", "\t", "  ")), fields).stripTrailing();
  }

  private String cut(String rule) {
    return rule.substring(0, random.nextInt(rule.length() + 1));
  }

  private String soup() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) {
      text.append(SOUP.charAt(random.nextInt(SOUP.length())));
    }
    return text.toString();
  }

  /// @param sound how many at the head of the list are taken oftener: nothing is wrong with them
  private String pick(List<String> list, int sound) {
    return list.get(random.nextInt(random.nextInt(8) == 0 ? list.size() : sound));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
