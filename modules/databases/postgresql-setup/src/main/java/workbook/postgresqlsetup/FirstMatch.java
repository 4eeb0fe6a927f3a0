package workbook.postgresqlsetup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which rule decides: the first that speaks of the connection, its database and its user. There is
/// no falling through: where its method fails, no other rule is tried. Follows `check_hba` of
/// PostgreSQL's `hba.c`.
record FirstMatch(Roles roles, Surroundings surroundings) {

  /// The rule that decides; none if nobody is let in.
  Optional<HbaRule> decide(List<HbaRule> rules, Request request) {
    return rules.stream().filter(rule -> whyNot(rule, request).isEmpty()).findFirst();
  }

  /// Why a rule does not speak of a request; empty if it does.
  Optional<String> whyNot(HbaRule rule, Request request) {
    String type = rule.type().name().toLowerCase(Locale.ROOT);
    if (!speaksOf(rule.type(), request)) {
      return Optional.of("%s is not for %s".formatted(type, kind(request)));
    }
    if (rule.address() != null && !speaksOf(rule.address(), request.client())) {
      return Optional.of("%s does not match %s".formatted(request.client(), rule.address()));
    }
    if (rule.databases().stream().noneMatch(word -> isDatabase(word, request))) {
      return Optional.of(
          request.replication()
              ? "a replication stream does not match %s".formatted(words(rule.databases()))
              : "database %s does not match %s"
                  .formatted(request.database(), words(rule.databases())));
    }
    if (rule.users().stream().noneMatch(word -> isUser(word, request))) {
      return Optional.of(
          "user %s does not match %s".formatted(request.user(), words(rule.users())));
    }
    return Optional.empty();
  }

  private static boolean speaksOf(HbaRule.Type type, Request request) {
    boolean local = request.client() == null;
    return switch (type) {
      case LOCAL -> local;
      case HOST -> !local;
      case HOSTSSL -> !local && request.tls();
      case HOSTNOSSL -> !local && !request.tls();
      case HOSTGSSENC -> !local && request.gss();
      case HOSTNOGSSENC -> !local && !request.gss();
    };
  }

  private static String kind(Request request) {
    if (request.client() == null) {
      return "the local socket";
    }
    return request.tls() ? "TCP with TLS" : request.gss() ? "TCP with GSS encryption" : "plain TCP";
  }

  private boolean speaksOf(HbaAddress address, IpAddress client) {
    return switch (address) {
      case HbaAddress.Everywhere _ -> true;
      case HbaAddress.Network network -> network.contains(client);
      case HbaAddress.SameHost _ ->
          surroundings.own().stream().anyMatch(own -> own.address().equals(client));
      case HbaAddress.SameNet _ ->
          surroundings.own().stream().anyMatch(own -> own.contains(client));
      case HbaAddress.HostName host -> isNamed(host.name(), client);
    };
  }

  /// The client's name must be the rule's, and lead back to the client.
  private boolean isNamed(String wanted, IpAddress client) {
    String name = surroundings.name(client);
    boolean same =
        wanted.startsWith(".")
            ? name.length() > wanted.length()
                && name.regionMatches(
                    true, name.length() - wanted.length(), wanted, 0, wanted.length())
            : name.equalsIgnoreCase(wanted);
    return same && !name.isEmpty() && surroundings.addresses(name).contains(client);
  }

  private boolean isDatabase(HbaToken word, Request request) {
    if (request.replication()) {
      return word.is("replication");
    }
    if (word.is("all")) {
      return true;
    }
    if (word.is("sameuser")) {
      return request.database().equals(request.user());
    }
    if (word.is("samerole") || word.is("samegroup")) {
      return roles.isMember(request.user(), request.database());
    }
    return !word.is("replication") && isName(word, request.database());
  }

  private boolean isUser(HbaToken word, Request request) {
    if (word.isGroup()) {
      return roles.isMember(request.user(), word.rest());
    }
    return word.is("all") || isName(word, request.user());
  }

  private static boolean isName(HbaToken word, String name) {
    return word.isRegex()
        ? Pattern.compile(word.rest()).matcher(name).find()
        : word.text().equals(name);
  }

  private static String words(List<HbaToken> words) {
    return words.stream()
        .map(word -> word.quoted() ? '"' + word.text() + '"' : word.text())
        .collect(Collectors.joining(" or "));
  }
}
