package workbook.postgresqlsetup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The options behind a rule's method. Follows `parse_hba_auth_opt` of PostgreSQL's `hba.c`. What
/// the values of LDAP's and RADIUS's options hold is not looked into.
final class HbaOptions {

  /// The methods that an option belongs to, and how a message names them.
  private record Methods(Set<String> names, String shown) {}

  private static final Methods MAP =
      new Methods(
          Set.of("ident", "peer", "gss", "sspi", "cert", "oauth"),
          "ident, peer, gssapi, sspi, cert, and oauth");
  private static final Methods GSS = new Methods(Set.of("gss", "sspi"), "gssapi and sspi");
  private static final Methods SSPI = new Methods(Set.of("sspi"), "sspi");
  private static final Methods PAM = new Methods(Set.of("pam"), "pam");
  private static final Methods LDAP = new Methods(Set.of("ldap"), "ldap");
  private static final Methods RADIUS = new Methods(Set.of("radius"), "radius");
  private static final Methods OAUTH = new Methods(Set.of("oauth"), "oauth");

  private static final Map<String, Methods> KNOWN =
      Map.ofEntries(
          Map.entry("map", MAP),
          Map.entry("krb_realm", GSS),
          Map.entry("include_realm", GSS),
          Map.entry("compat_realm", SSPI),
          Map.entry("upn_username", SSPI),
          Map.entry("pamservice", PAM),
          Map.entry("pam_use_hostname", PAM),
          Map.entry("ldapurl", LDAP),
          Map.entry("ldaptls", LDAP),
          Map.entry("ldapscheme", LDAP),
          Map.entry("ldapserver", LDAP),
          Map.entry("ldapport", LDAP),
          Map.entry("ldapbinddn", LDAP),
          Map.entry("ldapbindpasswd", LDAP),
          Map.entry("ldapsearchattribute", LDAP),
          Map.entry("ldapsearchfilter", LDAP),
          Map.entry("ldapbasedn", LDAP),
          Map.entry("ldapprefix", LDAP),
          Map.entry("ldapsuffix", LDAP),
          Map.entry("radiusservers", RADIUS),
          Map.entry("radiusports", RADIUS),
          Map.entry("radiussecrets", RADIUS),
          Map.entry("radiusidentifiers", RADIUS),
          Map.entry("issuer", OAUTH),
          Map.entry("scope", OAUTH),
          Map.entry("validator", OAUTH),
          Map.entry("delegate_ident_mapping", OAUTH));

  private final HbaRule.Type type;
  private final String method;
  private final Map<String, String> values = new LinkedHashMap<>();

  HbaOptions(HbaRule.Type type, String method) {
    this.type = type;
    this.method = method;
  }

  /// Takes a word as `map=omicron`.
  ///
  /// @throws HbaError if there is no such option here
  void add(String word) throws HbaError {
    int equals = word.indexOf('=');
    if (equals < 0) {
      throw new HbaError("authentication option not in name=value format: %s", word);
    }
    String name = word.substring(0, equals);
    String value = word.substring(equals + 1);
    switch (name) {
      case "clientcert" -> {
        onlyWithTls(name);
        if (!value.equals("verify-full") && !value.equals("verify-ca")) {
          throw HbaError.inLogAlone("invalid value for clientcert: \"%s\"", value);
        }
        if (value.equals("verify-ca") && method.equals("cert")) {
          throw new HbaError(
              "clientcert can only be set to \"verify-full\" when using \"cert\" authentication");
        }
        values.put(name, value);
      }
      case "clientname" -> {
        onlyWithTls(name);
        if (!value.equals("CN") && !value.equals("DN")) {
          throw HbaError.inLogAlone("invalid value for clientname: \"%s\"", value);
        }
      }
      default -> addOfMethod(name, value);
    }
  }

  private void onlyWithTls(String name) throws HbaError {
    if (type != HbaRule.Type.HOSTSSL) {
      throw new HbaError("%s can only be configured for \"hostssl\" rows", name);
    }
  }

  private void addOfMethod(String name, String value) throws HbaError {
    Methods methods = KNOWN.get(name);
    if (methods == null) {
      throw new HbaError("unrecognized authentication option name: \"%s\"", name);
    }
    if (!methods.names().contains(method)) {
      throw new HbaError(
          "authentication option \"%s\" is only valid for authentication methods %s",
          name, methods.shown());
    }
    values.put(name, value);
  }

  /// All of them, with what the method implies, in the order of the view `pg_hba_file_rules`.
  ///
  /// @throws HbaError if one is missing that the method needs
  List<String> complete() throws HbaError {
    switch (method) {
      case "radius" -> {
        require("radiusservers");
        require("radiussecrets");
      }
      case "oauth" -> {
        require("scope");
        require("issuer");
      }
      case "cert" -> values.put("clientcert", "verify-full");
      default -> {
        // Needs nothing.
      }
    }
    List<String> shown = new ArrayList<>();
    for (String first : List.of("map", "clientcert")) {
      if (values.containsKey(first)) {
        shown.add(first + "=" + values.remove(first));
      }
    }
    values.forEach((name, value) -> shown.add(name + "=" + value));
    return shown;
  }

  private void require(String name) throws HbaError {
    if (!values.containsKey(name)) {
      throw new HbaError(
          "authentication method \"%s\" requires argument \"%s\" to be set", method, name);
    }
  }
}
