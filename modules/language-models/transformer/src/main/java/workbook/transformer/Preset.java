package workbook.transformer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Trainings that are known by a name: sizes and settings, for any text.
public enum Preset {

  /// A GPT that learns in less than a minute.
  SMALL(Style.NANOGPT, 2, 4, 64, 256, 16, 3e-3, 3e-4, 40, 500),

  /// The same with LLaMA's blocks, and about as many parameters in them.
  LLAMA(Style.LLAMA, 2, 4, 64, 168, 16, 3e-3, 3e-4, 40, 500),

  /// What nanoGPT's README trains on a computer without a graphics card.
  NANOGPT_CPU(Style.NANOGPT, 4, 4, 128, 512, 12, 1e-3, 1e-4, 100, 2000);

  /// How many characters are read at once, by all.
  static final int CONTEXT = 64;

  static final String NAMES = "small, llama, nanogpt-cpu";

  private final Style style;
  private final int layers;
  private final int heads;
  private final int width;
  private final int hidden;
  private final int rows;
  private final double rate;
  private final double end;
  private final int warmup;
  private final int steps;

  Preset(
      Style style,
      int layers,
      int heads,
      int width,
      int hidden,
      int rows,
      double rate,
      double end,
      int warmup,
      int steps) {
    this.style = style;
    this.layers = layers;
    this.heads = heads;
    this.width = width;
    this.hidden = hidden;
    this.rows = rows;
    this.rate = rate;
    this.end = end;
    this.warmup = warmup;
    this.steps = steps;
  }

  /// How many steps it takes if nobody says otherwise.
  int steps() {
    return steps;
  }

  /// How wide it is if nobody says otherwise.
  int width() {
    return width;
  }

  /// Whether the heads of all of them divide it, in pairs of elements as RoPE wants them.
  static boolean isWidth(int width) {
    return width >= 8 && width <= 1024 && width % 8 == 0;
  }

  /// @param vocabulary how many different characters the text has
  Config config(int vocabulary, int width) {
    return new Config(
        lowerCase(),
        style,
        vocabulary,
        CONTEXT,
        width,
        layers,
        heads,
        heads,
        hidden * width / this.width);
  }

  /// nanoGPT's β₂ and decay go to all. A short training has no room for the whole warm-up.
  Settings settings(Config config, int steps, long seed) {
    return new Settings(
        config, rows, rate, end, Math.min(warmup, steps / 2), 0.99, 0.1, steps, seed);
  }

  /// As it is typed.
  String lowerCase() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Preset> named(String name) {
    return Arrays.stream(values()).filter(preset -> preset.lowerCase().equals(name)).findFirst();
  }

  /// Reads a name.
  static final class Named implements ITypeConverter<Preset> {

    @Override
    public Preset convert(String name) {
      return named(name)
          .orElseThrow(() ->
              new TypeConversionException(
                  "must be one of %s, and was '%s'".formatted(NAMES, name)));
    }
  }
}
