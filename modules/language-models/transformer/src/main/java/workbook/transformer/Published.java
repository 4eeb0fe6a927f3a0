package workbook.transformer;

import java.util.List;

/// Models whose sizes and number of parameters were published.
///
/// @param parameters of the files that were published, or as the paper counts them
/// @param said how the paper calls it
public record Published(Config config, long parameters, String said) {

  /// For all but GPT-3 these are what programs count that load the published files: KerasHub's
  /// presets, Hugging Face's classes. Of GPT-3 there are no files; table D.1 of its paper says
  /// 174,600 million.
  public static final List<Published> ALL =
      List.of(
          gpt("GPT-1", Style.GPT1, 40_478, 512, 768, 12, 12, 116_534_784L, "117M"),
          gpt("GPT-2", Style.GPT2, 50_257, 1024, 768, 12, 12, 124_439_808L, "117M"),
          gpt("GPT-2 medium", Style.GPT2, 50_257, 1024, 1024, 24, 16, 354_823_168L, "345M"),
          gpt("GPT-2 large", Style.GPT2, 50_257, 1024, 1280, 36, 20, 774_030_080L, "762M"),
          gpt("GPT-2 XL", Style.GPT2, 50_257, 1024, 1600, 48, 25, 1_557_611_200L, "1542M"),
          gpt("GPT-3", Style.GPT2, 50_257, 2048, 12_288, 96, 96, 174_604_259_328L, "175B"),
          gpt("BERT base", Style.BERT, 30_522, 512, 768, 12, 12, 109_482_240L, "110M"),
          gpt("BERT large", Style.BERT, 30_522, 512, 1024, 24, 16, 335_141_888L, "340M"),
          llama("LLaMA 7B", 32_000, 4096, 32, 32, 32, 11_008, 6_738_415_616L, "6.7B"),
          llama("LLaMA 13B", 32_000, 5120, 40, 40, 40, 13_824, 13_015_864_320L, "13.0B"),
          llama("LLaMA 33B", 32_000, 6656, 60, 52, 52, 17_920, 32_528_943_616L, "32.5B"),
          llama("LLaMA 65B", 32_000, 8192, 80, 64, 64, 22_016, 65_285_660_672L, "65.2B"),
          llama("Llama 2 70B", 32_000, 8192, 80, 64, 8, 28_672, 68_976_648_192L, "70B"),
          llama("Llama 3 8B", 128_256, 4096, 32, 32, 8, 14_336, 8_030_261_248L, "8B"));

  private static Published gpt(
      String name,
      Style style,
      int vocabulary,
      int context,
      int width,
      int layers,
      int heads,
      long parameters,
      String said) {
    return new Published(
        new Config(name, style, vocabulary, context, width, layers, heads, heads, 4 * width),
        parameters,
        said);
  }

  private static Published llama(
      String name,
      int vocabulary,
      int width,
      int layers,
      int heads,
      int shared,
      int hidden,
      long parameters,
      String said) {
    return new Published(
        new Config(name, Style.LLAMA, vocabulary, 0, width, layers, heads, shared, hidden),
        parameters,
        said);
  }
}
