package workbook.command.check;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import workbook.answers.check.Failure;
import workbook.answers.check.Verdict;
import workbook.answers.tree.Exercise;

/// Verdicts for a program to read, such as an editor or a grader.
public final class VerdictJson {

  private VerdictJson() {}

  /// Writes a list with an object for each exercise.
  ///
  /// @param folder the workbook's: files are named from there, with `/`
  public static void write(Map<Exercise, Verdict> verdicts, Path folder, OutputStream out) {
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      json.writeStartArray();
      verdicts.forEach((exercise, verdict) -> write(exercise, verdict, folder, json));
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static void write(Exercise exercise, Verdict verdict, Path folder, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", exercise.id());
    json.writeStringProperty("title", exercise.title());
    json.writeStringProperty(
        "file", folder.relativize(exercise.file()).toString().replace('\\', '/'));
    json.writeStringProperty(
        "state", verdict.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    write("passed", verdict.passed(), json);
    write("skipped", verdict.skipped(), json);
    json.writeArrayPropertyStart("failures");
    for (Failure failure : verdict.failures()) {
      json.writeStartObject();
      json.writeStringProperty("test", failure.test());
      json.writeStringProperty("message", failure.explanation());
      json.writeStringProperty("place", failure.place());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("not-run", verdict.notRun());
    json.writeStringProperty("output", verdict.output());
    json.writeStringProperty("remark", verdict.remark());
    json.writeEndObject();
  }

  private static void write(String name, List<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
