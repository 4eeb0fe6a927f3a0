package workbook.componentprops;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// What the compiler makes of a record.
@Command(
    name = "component-props/compile",
    description = "The runtime declaration that the processor writes for each record in a file.")
public final class Compile implements Example {

  private static final int LARGEST = 1_000_000;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      arity = "0..1",
      description = "A Java file with records; the page's BlogPost.java if not given.")
  private Path file;

  @Option(names = "--wrong", description = "The page's record with faults, WrongPost.java.")
  private boolean wrong;

  @Option(names = "--source", description = "Print the Java class that is written.")
  private boolean source;

  static void main(String[] args) {
    Example.main(new Compile(), args);
  }

  @Override
  public int run(PrintStream out) {
    Component component = component();
    if (source) {
      out.print(String.join("\n", component.written()));
      return 0;
    }
    boolean several = component.declarations().size() > 1;
    component
        .declarations()
        .forEach((name, props) -> {
          out.print(several ? name + "\n" : "");
          out.println(Component.text(props));
        });
    return 0;
  }

  private Component component() {
    if (file == null) {
      String name = wrong ? Samples.WRONG : Samples.FILE;
      return Component.of(name, Samples.source(name));
    }
    if (wrong) {
      throw new IllegalArgumentException("--wrong is a record of the page, and takes no FILE");
    }
    return Component.of(file.getFileName().toString(), read(file));
  }

  private static String read(Path file) {
    if (!file.toString().endsWith(".java")) {
      throw new Refusal("FILE must be a Java file, and was '%s'".formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw new Refusal("there is no file '%s'".formatted(file));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new Refusal("%s is larger than %,d bytes".formatted(file, LARGEST));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal("%s is not in UTF-8".formatted(file), e);
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
