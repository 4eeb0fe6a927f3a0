package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("The aspect")
class SkippedAdviceTest {

  @Test
  @DisplayName("decrypts for who calls the proxy, and for nobody else")
  void calls() {
    try (ConfigurableApplicationContext context = SkippedAdvice.start()) {
      Map<String, String> calls = SkippedAdvice.calls(context);
      // Spring Framework, "Proxying Mechanisms" and "Understanding AOP Proxies": final, private and
      // static methods cannot be advised, nor a call on this, in a constructor's time or without a
      // bean.
      List<String> decrypted =
          List.of("from outside", "from outside, protected", "seen by an aspect inside (@Order 3)");
      calls.forEach((how, given) ->
          assertThat(given).as(how).startsWith(decrypted.contains(how) ? "secret" : "terces"));
      assertThat(calls).hasSize(16).containsKeys(decrypted.toArray(String[]::new));
      // All of these have a proxy, or had reason to.
      assertThat(AopUtils.isCglibProxy(context.getBean(Passwords.Overriding.class))).isTrue();
      assertThat(AopUtils.isAopProxy(context.getBean(Mistakes.Early.class))).isFalse();
    }
  }
}
