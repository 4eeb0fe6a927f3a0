package workbook.transformer;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Counts the parameters of published models from their sizes.
@Command(
    name = "transformer/sizes",
    description = "Count the parameters of published models, and see where they are.")
public final class Sizes implements Example {

  static void main(String[] args) {
    Example.main(new Sizes(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.println(
        "model         width layers       parameters   said  token+position  attention  feed-forward");
    for (Published model : Published.ALL) {
      Config config = model.config();
      long all = config.parameters();
      long attention =
          config.parameters(".query")
              + config.parameters(".key")
              + config.parameters(".value")
              + config.parameters(".output");
      long thinking =
          config.parameters(".gate.") + config.parameters(".up.") + config.parameters(".down.");
      long tables =
          config.parameters("token") + config.parameters("position") + config.parameters("segment");
      out.printf(
          Locale.ROOT,
          "%-13s %5d %6d %,16d %6s %13.1f %% %8.1f %% %11.1f %%%n",
          config.name(),
          config.width(),
          config.layers(),
          all,
          model.said(),
          100.0 * tables / all,
          100.0 * attention / all,
          100.0 * thinking / all);
    }
    return 0;
  }
}
