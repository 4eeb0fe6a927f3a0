package workbook.parameterdecryption;

import java.net.BindException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import workbook.lab.Refusal;

/// The application while it runs, on the loopback interface alone.
final class LoginServer implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private LoginServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts it.
  ///
  /// @param port 0 for any that is free
  /// @param properties more of Spring's, or other values
  /// @throws Refusal if the port is taken
  static LoginServer start(
      int port, KeyRing keys, InstantSource clock, Map<String, Object> properties) {
    try {
      return new LoginServer(
          new SpringApplicationBuilder(LoginApplication.class)
              .bannerMode(Banner.Mode.OFF)
              .logStartupInfo(false)
              .properties(
                  Map.of(
                      "server.address", "127.0.0.1",
                      "server.port", port,
                      "spring.web.resources.static-locations",
                          "classpath:/workbook/parameterdecryption/page/",
                      "logging.level.root", "warn",
                      // What a port that is taken is told to the console, over many lines.
                      "logging.level.org.springframework.boot.diagnostics", "off",
                      "logging.level.org.springframework.boot.web.server", "error",
                      "logging.pattern.console", "    log: %msg%n"))
              .properties(properties)
              .initializers(context -> {
                GenericApplicationContext beans = (GenericApplicationContext) context;
                beans.registerBean(KeyRing.class, () -> keys);
                beans.registerBean(InstantSource.class, () -> clock);
              })
              .run());
    } catch (ApplicationContextException e) {
      if (e.getMostSpecificCause() instanceof BindException) {
        throw new Refusal("port %d is taken: give another with --port".formatted(port), e);
      }
      throw e;
    }
  }

  URI address() {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:%d/".formatted(port));
  }

  @Override
  public void close() {
    context.close();
  }
}
