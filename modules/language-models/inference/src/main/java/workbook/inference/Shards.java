package workbook.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import workbook.autograd.Safetensors;
import workbook.autograd.StoredTensor;
import workbook.lab.Refusal;

/// The tensors of a folder: all in `model.safetensors`, or in the files that
/// `model.safetensors.index.json` names.
final class Shards {

  static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";

  private record Place(Path file, StoredTensor tensor) {}

  private final Map<String, Place> places = new HashMap<>();
  private final Path folder;

  /// @throws Refusal if there are none, or a file cannot be read
  Shards(Path folder) {
    this.folder = folder;
    for (Path file : files(folder)) {
      for (StoredTensor tensor : list(file)) {
        Place before = places.put(tensor.name(), new Place(file, tensor));
        if (before != null) {
          throw new Refusal(
              "%s and %s: both have the tensor '%s'".formatted(before.file, file, tensor.name()));
        }
      }
    }
  }

  private static Collection<Path> files(Path folder) {
    if (Files.exists(folder.resolve(SINGLE))) {
      return List.of(folder.resolve(SINGLE));
    }
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      throw new Refusal("%s: has neither %s nor %s".formatted(folder, SINGLE, INDEX));
    }
    JsonNode map = Json.read(index).path("weight_map");
    Set<Path> files = new LinkedHashSet<>();
    for (JsonNode name : map.values()) {
      if (!name.isString() || !name.asString().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new Refusal("%s: '%s' is no name of a file beside it".formatted(index, name));
      }
      files.add(folder.resolve(name.asString()));
    }
    if (files.isEmpty()) {
      throw new Refusal("%s: has no weight_map with names of files".formatted(index));
    }
    return files;
  }

  private static List<StoredTensor> list(Path file) {
    try {
      return Safetensors.list(file);
    } catch (IOException e) {
      throw Json.refusal(file, e);
    }
  }

  Set<String> names() {
    return places.keySet();
  }

  /// Compares what is there with what a model needs.
  ///
  /// @param prefix of all names in the files
  /// @throws Refusal for the first tensor that is missing, has another shape, or has no place in
  ///   the model
  void check(String prefix, Layout layout, Collection<Stored> needed) {
    Set<String> used = new LinkedHashSet<>();
    for (Stored stored : needed) {
      String name = prefix + stored.name();
      Place place = places.get(name);
      if (place == null) {
        throw new Refusal(
            "%s: has no tensor '%s', which must be %s"
                .formatted(folder, name, text(stored.shape())));
      }
      if (!text(stored.shape()).equals(text(place.tensor.shape()))) {
        throw new Refusal(
            "%s: '%s' is %s, and must be %s"
                .formatted(place.file, name, text(place.tensor.shape()), text(stored.shape())));
      }
      if (!place.tensor.isRead()) {
        throw new Refusal(
            "%s: '%s' is of %s; F32, F16 and BF16 are read"
                .formatted(place.file, name, place.tensor.dtype()));
      }
      used.add(name);
    }
    places.values().stream()
        .map(Place::tensor)
        .filter(tensor -> !used.contains(tensor.name()))
        .filter(tensor -> !layout.ignores(withoutPrefix(prefix, tensor.name())))
        .min(Comparator.comparing(StoredTensor::name))
        .ifPresent(tensor -> {
          throw new Refusal(
              "%s: has a tensor '%s' of %s, for which this model has no place"
                  .formatted(places.get(tensor.name()).file, tensor.name(), text(tensor.shape())));
        });
  }

  private static String withoutPrefix(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private static String text(int... shape) {
    return java.util.Arrays.toString(shape);
  }

  private static String text(long... shape) {
    return java.util.Arrays.toString(shape);
  }

  /// The numbers of one tensor, as floats.
  float[] read(String name) {
    Place place = places.get(name);
    try {
      float[] numbers = Safetensors.read(place.file, place.tensor);
      Safetensors.requireFinite(place.file, name, numbers);
      return numbers;
    } catch (IOException e) {
      throw Json.refusal(place.file, e);
    }
  }
}
