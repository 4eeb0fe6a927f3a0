package workbook.isolationlevels.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import workbook.engine.Engine;
import workbook.isolationlevels.spec.Specification.Blocker;
import workbook.isolationlevels.spec.Specification.Errors;
import workbook.isolationlevels.spec.Specification.Launch;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;
import workbook.isolationlevels.spec.Token.Kind;

/// Reads a specification in the format of PostgreSQL's isolationtester: `setup`s, `teardown`,
/// sessions, permutations, in that order.
///
/// Additions of ours: `#! bind x = step` makes `${x}` the first value that the step has read; `#!
/// on h2, mysql` makes the part below it hold for these engines only; `#! survives 23505` says that
/// the program goes on when the step below fails so, `#! aborts on 23514` that it rolls back; `#!
/// expect …` is for [Expectation].
public final class Parser {

  private static final Optional<String> NOTHING = Optional.empty();
  private static final Pattern BIND = Pattern.compile("bind (\\w+) = (.+)");
  private static final String SURVIVES = "survives ";
  private static final String ABORTS = "aborts on ";
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}|[0-9]{1,9}");
  private static final List<String> FAILURES =
      List.of("duplicate-key", "deadlock", "update-conflict", "lock-timeout");
  private static final Pattern NAME = Pattern.compile("\\$\\{(?:(\\w+)})?");

  private final String file;
  private final String engine;
  private final boolean additions;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<Token> unwanted = new HashSet<>();
  private final Map<Token, Errors> errors = new HashMap<>();
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Set<String> allSteps = new LinkedHashSet<>();
  private final Map<String, String> bindings = new LinkedHashMap<>();
  private final Map<String, Token> bound = new LinkedHashMap<>();
  private int at;

  private Parser(String file, String text, String engine) {
    this.file = file;
    this.engine = engine;
    boolean wanted = true;
    Errors expected = Errors.NONE;
    Scanner scanner = new Scanner(file, text);
    List<Token> all = scanner.scan();
    this.additions = scanner.takesAdditions();
    for (Token token : all) {
      if (Expectation.isOne(token)) {
        // It says what comes of the whole file.
        continue;
      }
      if (token.kind() == Kind.ADDITION) {
        wanted &= addition(token);
        expected = with(expected, token);
      } else {
        if (!expected.equals(Errors.NONE)) {
          errors.put(atStep(token), expected);
          expected = Errors.NONE;
        }
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
      Token place = peek();
      Session session = session();
      if (sessions.stream().anyMatch(other -> other.name().equals(session.name()))) {
        throw error(place, "there are two sessions called '%s'".formatted(session.name()));
      }
      sessions.add(session);
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
    checkBindings();
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
      Token keyword = next();
      boolean wanted = !unwanted.contains(keyword);
      Token place = peek();
      String stepName = name("a step's name");
      Token block = peek();
      Step step =
          new Step(
              stepName,
              name,
              sql("step"),
              "%s:%d".formatted(file, keyword.line()),
              errors.getOrDefault(keyword, Errors.NONE));
      allSteps.add(stepName);
      if (wanted) {
        checkNames(block);
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
      return new Blocker.Notices(other.name(), count(next()));
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

  private int count(Token number) {
    try {
      return Integer.parseInt(number.text());
    } catch (NumberFormatException _) {
      throw error(
          number,
          "'%s' is more notices than a session can be counted to receive".formatted(number.text()));
    }
  }

  /// Reads an addition of ours; says whether what follows is for this engine.
  private boolean addition(Token addition) {
    Matcher bind = BIND.matcher(addition.text());
    if (bind.matches()) {
      if (bindings.put(bind.group(1), bind.group(2)) != null) {
        throw error(addition, "'%s' is bound twice".formatted(bind.group(1)));
      }
      bound.put(bind.group(1), addition);
      return true;
    }
    if (addition.text().startsWith("on ")) {
      List<String> engines = list(addition.text().substring("on ".length()));
      engines.forEach(name -> checkEngine(addition, name));
      return engines.contains(engine);
    }
    if (addition.text().startsWith(SURVIVES) || addition.text().startsWith(ABORTS)) {
      return true;
    }
    throw error(
        addition,
        "expected '#! bind x = step', '#! on h2, mysql', '#! survives 23505', '#! aborts on 23514' or '#! expect no anomaly at repeatable-read'");
  }

  /// What is expected of the next step, with one addition more.
  private Errors with(Errors expected, Token addition) {
    List<String> survived = new ArrayList<>(expected.survived());
    List<String> aborting = new ArrayList<>(expected.aborting());
    if (addition.text().startsWith(SURVIVES)) {
      survived.addAll(codes(addition, SURVIVES));
    }
    if (addition.text().startsWith(ABORTS)) {
      aborting.addAll(codes(addition, ABORTS));
    }
    return new Errors(List.copyOf(survived), List.copyOf(aborting));
  }

  private List<String> codes(Token addition, String keyword) {
    List<String> codes = list(addition.text().substring(keyword.length()));
    for (String code : codes) {
      if (!CODE.matcher(code).matches() && !FAILURES.contains(code)) {
        throw error(
            addition,
            "'%s' is no error: it takes an SQLState as 23505, a vendor's number as 1062, or %s"
                .formatted(code, String.join(", ", FAILURES)));
      }
    }
    return codes;
  }

  private Token atStep(Token token) {
    if (!token.is(Kind.KEYWORD, "step")) {
      throw error(
          token, "expected the step that survives or aborts, found %s".formatted(token.shown()));
    }
    return token;
  }

  private static List<String> list(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).toList();
  }

  /// The engine that it is read for need not be one of those that everybody has.
  private void checkEngine(Token addition, String name) {
    List<String> known = Engine.ALL.stream().map(Engine::name).toList();
    if (!name.equals(engine) && !known.contains(name)) {
      throw error(
          addition,
          "there is no engine '%s'; there are %s".formatted(name, String.join(", ", known)));
    }
  }

  /// A step may be there for another engine only; one that no engine has is misspelt.
  private void checkBindings() {
    bindings.forEach((name, step) -> {
      if (!allSteps.contains(step)) {
        throw error(
            bound.get(name),
            "'#! bind %s = %s': there is no step '%s'; there are %s"
                .formatted(name, step, step, String.join(", ", allSteps)));
      }
    });
  }

  /// In a file with additions of ours, each name that stands in a step is bound.
  private void checkNames(Token block) {
    Matcher names = NAME.matcher(additions ? block.text() : "");
    while (names.find()) {
      String name = names.group(1);
      if (name == null) {
        throw error(block, "'${' begins no '${name}'");
      }
      if (!bindings.containsKey(name)) {
        throw error(
            block,
            "'${%s}' is bound to no step; '#! bind %s = step' binds it".formatted(name, name));
      }
    }
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
