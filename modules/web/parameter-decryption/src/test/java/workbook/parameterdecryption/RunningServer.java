package workbook.parameterdecryption;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.LoggerFactory;

/// The application, started once for all tests of this JVM, on a clock that is set. What it logs
/// does not get to the console.
final class RunningServer implements AutoCloseable {

  final TestClock clock = new TestClock();
  final KeyRing keys = new KeyRing(Keys.inTurn(), clock, KeyRing.OVERLAP);
  private final LoginServer server =
      LoginServer.start(0, keys, clock, Map.of("logging.threshold.console", "off"));

  private RunningServer() {}

  LoginClient client() {
    return new LoginClient(server.address(), clock);
  }

  URI address() {
    return server.address();
  }

  /// What was logged while something ran, with a logger at a level.
  static List<ILoggingEvent> logged(String logger, Level level, Action action) throws Exception {
    Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            events.add(event);
          }
        };
    Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    appender.setContext(root.getLoggerContext());
    appender.start();
    // Not once for all: another application that starts takes all appenders away.
    root.addAppender(appender);
    Level before = logger(logger).getLevel();
    logger(logger).setLevel(level);
    try {
      action.run();
    } finally {
      logger(logger).setLevel(before);
      root.detachAppender(appender);
      appender.stop();
    }
    return List.copyOf(events);
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }

  interface Action {
    void run() throws Exception;
  }

  @Override
  public void close() {
    server.close();
  }

  /// Gives the server to the tests that ask for it.
  static final class Extension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(RunningServer.class))
          .getOrComputeIfAbsent(RunningServer.class, _ -> new RunningServer(), RunningServer.class);
    }
  }
}
