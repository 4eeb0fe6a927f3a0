package workbook.parameterdecryption;

import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The application. It names its beans, where `@SpringBootApplication` would look through the
/// package and find those of other examples, too.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({LoginController.class, SealedBodyAdvice.class, OneAnswer.class, NotForUs.class})
class LoginApplication {

  private static final int NONCES = 1_000_000;

  @Bean
  Freshness freshness(InstantSource clock) {
    return new Freshness(clock);
  }

  @Bean
  Opener opener(KeyRing keys, Freshness freshness) {
    return new Opener(keys, freshness, new NonceStore(freshness, NONCES));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> noPages() {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new NoPage()));
  }
}
