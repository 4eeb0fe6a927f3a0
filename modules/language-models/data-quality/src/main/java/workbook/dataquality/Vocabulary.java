package workbook.dataquality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The words of the generated texts, the most frequent first.
final class Vocabulary {

  /// Gopher's eight stop words are the first.
  static final List<String> ENGLISH =
      words(
          """
          the of and to that with be have river water small house green light under before garden
          morning window between letter summer walks carries paper white stone quiet people bridge
          travel winter along music forest silver reads opens large mountain writes village closes
          market sister captain follows yellow harbour island remember thunder orchard candle lantern
          meadow blanket shadow feather compass whisper voyage autumn kettle
          """);

  static final List<String> GERMAN =
      words(
          """
          der und das nicht eine mit ist auf fluss wasser klein haus grün licht unter bevor garten
          morgen fenster zwischen brief sommer geht trägt papier weiß stein ruhig leute brücke reise
          winter entlang musik wald silbern liest öffnet groß berg schreibt dorf schließt markt
          schwester kapitän folgt gelb hafen insel erinnern donner obstgarten kerze laterne wiese
          decke schatten feder kompass flüstern seereise herbst kessel
          """);

  /// Characters, which stand together without spaces.
  static final List<String> CHINESE =
      words(
          """
          的 一 是 不 了 在 人 有 我 他 这 中 大 来 上 国 个 到 说 们 为 子 和 你 地 出 道 也 时 年 得 就 那
          要 下 以 生 会 自 着 去 之 过 家 学 对 可 她 里 后 小 么 心 多 天 而 能 好 都 然 没 日 于 起
          """);

  /// How many each of them has.
  static final int SIZE = 64;

  private Vocabulary() {}

  /// English words by their numbers, with a space between.
  static String english(int... words) {
    return Arrays.stream(words).mapToObj(ENGLISH::get).collect(Collectors.joining(" "));
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
