package workbook.serverrendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The scripts: Vue's from its WebJars, and the shop's own.
final class Assets {

  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /// Says nothing of a mismatch but that there is one.
  static final String VUE = WEBJARS + "vue/3.5.26/dist/vue.runtime.global.prod.js";

  /// Says what differs.
  static final String VUE_DEVELOPMENT = WEBJARS + "vue/3.5.26/dist/vue.runtime.global.js";

  static final String SERVER_RENDERER =
      WEBJARS + "vue__server-renderer/3.5.26/dist/server-renderer.esm-browser.prod.js";

  static final int MOST_FILES = 10_000;

  private Assets() {}

  /// @param name beside this class, or from the root of the class path if it begins with `/`
  static String text(String name) {
    try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The folder of the shop's pages.
  static Path pages() {
    try {
      URI about = Objects.requireNonNull(Assets.class.getResource("shop/pages/index.js")).toURI();
      return Path.of(about).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The files below a folder, with `/` between names, in the order of their paths; of very many
  /// one more than [#MOST_FILES].
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .limit(MOST_FILES + 1L)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /// What both sides run, in this order: the reader of the payload, the shop, and its pages.
  static String shop() {
    StringBuilder script = new StringBuilder(text("shop/payload.js")).append(text("shop/shop.js"));
    try {
      for (String file : files(pages())) {
        String page = Files.readString(pages().resolve(file));
        script.append("Pages['%s'] = %s".formatted(file, page));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return script.toString();
  }
}
