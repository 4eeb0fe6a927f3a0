package workbook.parameterdecryption;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Table;

/// Who calls a method with [Decrypt] gets it decrypted, or not: each way is taken, and what the
/// method was given is printed.
@Command(
    name = "parameter-decryption/skipped-advice",
    description = "Calls a method with @Decrypt in every way, and prints what it was given.")
final class SkippedAdvice implements Example {

  private static final String SENT = "terces";

  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration(AopAutoConfiguration.class)
  @Import({
    DecryptAspect.class,
    Passwords.class,
    Passwords.Overriding.class,
    Passwords.Checked.class,
    Mistakes.Target.class,
    Mistakes.Forgetful.class,
    Mistakes.Mistyped.class,
    Mistakes.Outer.class,
    Mistakes.Inner.class,
    Mistakes.Early.class
  })
  static class Beans {
    @Bean
    static Mistakes.Warmup warmup(Mistakes.Early early) {
      return new Mistakes.Warmup(early);
    }
  }

  static void main(String[] args) {
    Example.main(new SkippedAdvice(), args);
  }

  @Override
  public int run(PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("called", "what the method was given"));
    try (ConfigurableApplicationContext context = start()) {
      calls(context).forEach((how, given) -> rows.add(List.of(how, given)));
    }
    Table.print(rows, out);
    return 0;
  }

  static ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Beans.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties(
            Map.of("logging.level.root", "error", "logging.pattern.console", "    log: %msg%n"))
        .run();
  }

  /// How a method is called, and what it was given.
  static Map<String, String> calls(ApplicationContext context) {
    Passwords proxy = context.getBean("workbook.parameterdecryption.Passwords", Passwords.class);
    Passwords.Overriding overriding = context.getBean(Passwords.Overriding.class);
    Passwords.Rules rules = context.getBean(Passwords.Rules.class);
    Mistakes.Target target = context.getBean(Mistakes.Target.class);
    Map<String, String> given = new LinkedHashMap<>();
    given.put("from outside", proxy.inner(SENT));
    given.put("from outside, protected", proxy.isProtected(SENT));
    given.put("by this.inner()", proxy.outer(SENT));
    given.put("by this::inner", proxy.byReference(SENT));
    given.put("in @PostConstruct", proxy.atStart());
    given.put("final", proxy.isFinal(SENT));
    given.put("private", Passwords.callPrivate(proxy, SENT));
    given.put("static", Passwords.isStatic(SENT));
    given.put("on an object made with new", new Passwords().inner(SENT));
    given.put("annotated in the interface alone", rules.check(SENT));
    given.put("overridden without the annotation", overriding.overridden(SENT));
    given.put(
        "on a bean that was made too early", context.getBean(Mistakes.Early.class).inner(SENT));
    given.put("with proceed() for proceed(arguments)", target.forgotten(SENT));
    given.put("with a pointcut that is mistyped", target.mistyped(SENT));
    proxy.inner(SENT);
    given.put("seen by an aspect outside (@Order 1)", context.getBean(Mistakes.Outer.class).seen());
    given.put("seen by an aspect inside (@Order 3)", context.getBean(Mistakes.Inner.class).seen());
    return given;
  }
}
