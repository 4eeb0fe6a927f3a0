package workbook.isolationlevels.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.isolationlevels.spec.Specification.Blocker;
import workbook.isolationlevels.spec.Specification.Launch;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;
import workbook.isolationlevels.spec.Token.Kind;

/// Reads a specification in the format of PostgreSQL's isolationtester: `setup`s, `teardown`,
/// sessions, permutations, in that order.
///
/// Additions of ours: `#! bind x = step` makes `${x}` the first value that the step has read; `#!
/// on h2, mysql` makes the part below it hold for these engines only.
public final class Parser {

  private static final Optional<String> NOTHING = Optional.empty();
  private static final Pattern BIND = Pattern.compile("bind (\\w+) = (\\S+)");
  private static final Pattern ON = Pattern.compile("on (\\w+(?:, *\\w+)*)");

  private final String file;
  private final String engine;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<Token> unwanted = new HashSet<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, String> bindings = new LinkedHashMap<>();
  private int at;

  private Parser(String file, String text, String engine) {
    this.file = file;
    this.engine = engine;
    boolean wanted = true;
    for (Token token : new Scanner(file, text).scan()) {
      if (Expectation.isOne(token)) {
        // It says what comes of the whole file.
        continue;
      }
      if (token.kind() == Kind.ADDITION) {
        wanted = addition(token);
      } else {
        tokens.add(token);
        if (!wanted) {
          unwanted.add(token);
        }
        wanted = true;
      }
    }
  }

  /// Reads a specification.
  ///
  /// @param file its name, for messages
  /// @param engine the engine that it is to run on, for conditions of ours
  /// @throws SpecException if it is wrong
  public static Specification parse(String file, String text, String engine) {
    return new Parser(file, text, engine).specification();
  }

  private Specification specification() {
    List<String> setups = new ArrayList<>();
    while (peek().is(Kind.KEYWORD, "setup")) {
      block("setup").ifPresent(setups::add);
    }
    Optional<String> teardown = peek().is(Kind.KEYWORD, "teardown") ? block("teardown") : NOTHING;
    if (!peek().is(Kind.KEYWORD, "session")) {
      throw expected("setup, teardown or session");
    }
    List<Session> sessions = new ArrayList<>();
    while (skip("session")) {
      sessions.add(session());
    }
    List<Permutation> permutations = new ArrayList<>();
    while (peek().is(Kind.KEYWORD, "permutation")) {
      boolean wanted = !unwanted.contains(next());
      Permutation permutation = permutation();
      if (wanted) {
        permutations.add(permutation);
      }
    }
    if (peek().kind() != Kind.END) {
      throw expected(
          permutations.isEmpty()
              ? "step, teardown, session, permutation or the end"
              : "permutation or the end");
    }
    String name = file.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.spec$", "");
    return new Specification(name, setups, teardown, sessions, permutations, bindings);
  }

  private Session session() {
    String name = name("a session's name");
    Optional<String> setup = peek().is(Kind.KEYWORD, "setup") ? block("setup") : NOTHING;
    if (!peek().is(Kind.KEYWORD, "step")) {
      throw expected(setup.isPresent() ? "step" : "setup or step");
    }
    List<Step> own = new ArrayList<>();
    while (peek().is(Kind.KEYWORD, "step")) {
      boolean wanted = !unwanted.contains(next());
      Token place = peek();
      Step step = new Step(name("a step's name"), name, sql("step"));
      if (wanted) {
        if (steps.put(step.name(), step) != null) {
          throw error(place, "there are two steps called '%s'".formatted(step.name()));
        }
        own.add(step);
      }
    }
    Optional<String> teardown = peek().is(Kind.KEYWORD, "teardown") ? block("teardown") : NOTHING;
    return new Session(name, setup, own, teardown);
  }

  /// A setup or teardown, if it is for this engine.
  private Optional<String> block(String keyword) {
    boolean wanted = !unwanted.contains(next());
    return Optional.of(sql(keyword)).filter(_ -> wanted);
  }

  private Permutation permutation() {
    List<Launch> launches = new ArrayList<>();
    while (peek().kind() == Kind.NAME) {
      Token place = peek();
      Step step = known(place, name("a step"));
      List<Blocker> blockers = new ArrayList<>();
      if (skipMark("(")) {
        do {
          blockers.add(blocker(step));
        } while (skipMark(","));
        if (!skipMark(")")) {
          throw expected("',' or ')'");
        }
      }
      launches.add(new Launch(step, blockers));
    }
    if (launches.isEmpty()) {
      throw expected("a step's name");
    }
    return new Permutation(launches);
  }

  private Blocker blocker(Step blocked) {
    if (skipMark("*")) {
      return new Blocker.Once();
    }
    Token place = peek();
    Step other = known(place, name("'*' or a step's name"));
    if (other.session().equals(blocked.session())) {
      throw error(
          place, "'%s' cannot wait for a step of its own session".formatted(blocked.name()));
    }
    if (skip("notices")) {
      if (peek().kind() != Kind.NUMBER) {
        throw expected("a number of notices");
      }
      return new Blocker.Notices(other.name(), Integer.parseInt(next().text()));
    }
    return new Blocker.Until(other.name());
  }

  private Step known(Token place, String name) {
    return Optional.ofNullable(steps.get(name))
        .orElseThrow(() ->
            error(
                place,
                "there is no step '%s'; there are %s"
                    .formatted(name, String.join(", ", steps.keySet()))));
  }

  /// Reads an addition of ours; says whether what follows is for this engine.
  private boolean addition(Token addition) {
    Matcher bind = BIND.matcher(addition.text());
    Matcher on = ON.matcher(addition.text());
    if (bind.matches()) {
      bindings.put(bind.group(1), bind.group(2));
      return true;
    }
    if (on.matches()) {
      return Stream.of(on.group(1).split(", *")).anyMatch(engine::equals);
    }
    throw error(
        addition,
        "expected '#! bind x = step', '#! on h2, mysql' or '#! expect no anomaly at repeatable-read'");
  }

  private String sql(String of) {
    if (peek().kind() != Kind.SQL) {
      throw expected("the SQL of the %s, in braces".formatted(of));
    }
    return next().text();
  }

  private String name(String what) {
    if (peek().kind() != Kind.NAME) {
      throw expected(what);
    }
    return next().text();
  }

  private boolean skip(String keyword) {
    return skip(Kind.KEYWORD, keyword);
  }

  private boolean skipMark(String mark) {
    return skip(Kind.PUNCTUATION, mark);
  }

  private boolean skip(Kind kind, String text) {
    boolean found = peek().is(kind, text);
    if (found) {
      next();
    }
    return found;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    return tokens.get(at++);
  }

  private SpecException expected(String what) {
    return error(peek(), "expected %s, found %s".formatted(what, peek().shown()));
  }

  private SpecException error(Token place, String message) {
    return new SpecException(file, place.line(), place.column(), message);
  }
}
