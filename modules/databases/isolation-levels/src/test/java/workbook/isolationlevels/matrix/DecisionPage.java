package workbook.isolationlevels.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the first table of the topic's page says, and the glossary on the page of the anomalies.
///
/// @param header the cells of the first row of the table
/// @param rows the others
/// @param glossary the entries by the link to the heading above them
record DecisionPage(
    List<String> header, List<List<String>> rows, Map<String, List<Entry>> glossary) {

  /// An entry of the glossary: `- **P4, lost update** (丢失更新, `lost-update`): … History: `r1 …`.`
  ///
  /// @param code the code of the literature, or empty
  /// @param terms its English and its Chinese name, in the order in which they stand
  /// @param option the name of its specification
  /// @param history its steps, as `r1(x)=10 w2(x)=11 c2`
  record Entry(String code, List<String> terms, String option, String history) {}

  private static final Pattern ENTRY =
      Pattern.compile(
          "- \\*\\*(?:(?<code>[A-Z][\\w-]*[0-9a-z]|[A-Z]+)[,，] ?)?(?<first>[^*]+)\\*\\*"
              + " ?[(（](?<second>[^,，]+)[,，] ?`(?<option>[a-z-]+)`[)）].*?`(?<history>[^`]+)`[.。]");

  private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)]+)\\)");

  static DecisionPage read(String file) throws IOException {
    List<List<String>> table =
        Files.readAllLines(Path.of(file)).stream()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .filter(line -> !line.startsWith("| ---"))
            .map(DecisionPage::cells)
            .toList();
    Map<String, List<Entry>> glossary = new LinkedHashMap<>();
    String heading = "";
    String anomalies = "anomalies/" + file;
    for (String line : Files.readAllLines(Path.of(anomalies))) {
      if (line.startsWith("#")) {
        heading = anomalies + anchor(line);
      }
      Matcher entry = ENTRY.matcher(line);
      if (entry.lookingAt()) {
        glossary
            .computeIfAbsent(heading, _ -> new ArrayList<>())
            .add(
                new Entry(
                    entry.group("code") == null ? "" : entry.group("code"),
                    List.of(entry.group("first"), entry.group("second")),
                    entry.group("option"),
                    entry.group("history")));
      }
    }
    return new DecisionPage(table.getFirst(), table.subList(1, table.size()), glossary);
  }

  /// Where the links of a cell lead.
  static List<String> links(String cell) {
    return LINK.matcher(cell).results().map(link -> link.group(1)).toList();
  }

  Stream<Entry> entries() {
    return glossary.values().stream().flatMap(List::stream);
  }

  private static List<String> cells(String row) {
    return Stream.of(row.substring(1).split("\\|")).map(String::strip).toList();
  }

  private static String anchor(String heading) {
    return "#"
        + heading
            .replaceFirst("#+ ", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N} _-]", "")
            .replace(' ', '-');
  }
}
