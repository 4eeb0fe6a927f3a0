package workbook.parameterdecryption;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.annotation.Order;

/// Aspects that start without a complaint and do nothing, or too early.
final class Mistakes {

  private Mistakes() {}

  /// What the aspects are applied to.
  static class Target {

    String forgotten(String password) {
      return password;
    }

    String mistyped(String password) {
      return password;
    }
  }

  /// `getArgs` gives a copy: to change it changes nothing, unless `proceed` is given it.
  @Aspect
  static class Forgetful {
    @Around("execution(* workbook.parameterdecryption.Mistakes.Target.forgotten(..))")
    Object decryptTexts(ProceedingJoinPoint call) throws Throwable {
      Object[] arguments = call.getArgs();
      arguments[0] = DecryptAspect.decrypt((String) arguments[0]);
      return call.proceed();
    }
  }

  /// A letter is missing in the name of the package: no class is there, and that is no error.
  @Aspect
  static class Mistyped {
    @Around("execution(* workbook.parameterdecrypton..*.mistyped(..)) && args(password)")
    Object decryptTexts(ProceedingJoinPoint call, String password) throws Throwable {
      return call.proceed(new Object[] {DecryptAspect.decrypt(password)});
    }
  }

  /// Notes what it sees on its way in. Which of two aspects is the outer one is said by `@Order`;
  /// without it nobody says it.
  static class Watch {
    private String seen;

    @Before("@annotation(workbook.parameterdecryption.Decrypt) && args(password)")
    void look(String password) {
      seen = password;
    }

    String seen() {
      return seen;
    }
  }

  @Aspect
  @Order(1)
  static class Outer extends Watch {}

  @Aspect
  @Order(3)
  static class Inner extends Watch {}

  /// A bean that is needed by a [BeanPostProcessor] which comes before the one that makes proxies.
  static class Early extends Passwords {}

  static class Warmup implements BeanPostProcessor, PriorityOrdered {
    private final Early early;

    Warmup(Early early) {
      this.early = early;
    }

    Early early() {
      return early;
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }
}
