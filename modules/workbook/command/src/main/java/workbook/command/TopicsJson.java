package workbook.command;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Topic;
import workbook.answers.tree.Tree;
import workbook.command.progress.Standing;
import workbook.command.progress.Standings;

/// Topics for a program to read, as `./workbook list --json` prints them.
final class TopicsJson {

  private final Tree tree;
  private final JsonGenerator json;

  private TopicsJson(Tree tree, JsonGenerator json) {
    this.tree = tree;
    this.json = json;
  }

  /// Writes a list with an object for each topic.
  static void write(Tree tree, List<Topic> topics, OutputStream out) {
    Standings standings = Standings.of(tree, topics);
    try (JsonGenerator json =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
      TopicsJson writer = new TopicsJson(tree, json);
      json.writeStartArray();
      topics.forEach(topic -> writer.write(topic, standings.in(topic)));
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private void write(Topic topic, List<Standing.Of> exercises) {
    json.writeStartObject();
    json.writeStringProperty("topic", topic.name());
    json.writeStringProperty("shelf", topic.shelf());
    json.writeStringProperty("description", topic.description());
    json.writeStringProperty("folder", path(topic.folder()));
    json.writeArrayPropertyStart("examples");
    topic.examples().forEach(example -> json.writeString(example.name()));
    json.writeEndArray();
    json.writeArrayPropertyStart("exercises");
    exercises.forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Standing.Of of) {
    Exercise exercise = of.exercise();
    json.writeStartObject();
    json.writeStringProperty("id", exercise.id());
    json.writeStringProperty("title", exercise.title());
    json.writeStringProperty("file", path(exercise.file()));
    json.writeStringProperty(
        "state", of.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.writeNumberProperty("hints-seen", of.hints());
    json.writeEndObject();
  }

  private String path(java.nio.file.Path path) {
    return tree.root().relativize(path).toString().replace('\\', '/');
  }
}
