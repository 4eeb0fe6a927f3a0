package workbook.isolationtest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import workbook.engine.Level;

/// Makes a test of each level that [IsolationTest] names.
final class IsolationExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Level[] levels = context.getRequiredTestMethod().getAnnotation(IsolationTest.class).levels();
    return levels.length == 0
        ? Stream.of(new AtLevel(Optional.empty()))
        : Arrays.stream(levels).distinct().map(Optional::of).map(AtLevel::new);
  }

  private static final class AtLevel
      implements TestTemplateInvocationContext, ParameterResolver, AfterTestExecutionCallback {

    private final Optional<Level> level;
    private final Interleavings interleavings;

    AtLevel(Optional<Level> level) {
      this.level = level;
      this.interleavings = new Interleavings(level);
    }

    @Override
    public String getDisplayName(int invocationIndex) {
      return level.map(Level::sql).orElse("the level of the connections");
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Interleavings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return interleavings;
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
      if (context.getExecutionException().isEmpty() && !interleavings.isExplored()) {
        throw new AssertionError(
            "nothing was run: assertSerializable(), assertAlways(…) or explore() is missing");
      }
    }
  }
}
