package workbook.answers.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The links of a page that stay within the workbook: each leads to something that is there.
///
/// @param pages those that were read, by file; others are read when a link names a heading of
///   theirs
record Links(Map<Path, Page> pages, Page page) {

  void check(List<Problem> problems) {
    for (Page.Target link : page.links()) {
      if (!link.destination().matches("[a-z]+:.*")) {
        checkWithin(link, problems);
      }
    }
  }

  private void checkWithin(Page.Target link, List<Problem> problems) {
    String[] parts =
        URLDecoder.decode(link.destination().replace("+", "%2B"), StandardCharsets.UTF_8)
            .split("#", 2);
    Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
    if (!Files.exists(file)) {
      problems.add(problem(link, "leads nowhere"));
    } else if (parts.length > 1) {
      Page target =
          file.getFileName().toString().endsWith(".md")
              ? pages.computeIfAbsent(file, Page::read)
              : null;
      if (target == null) {
        problems.add(problem(link, "names a heading, and its file is no page of notes"));
      } else if (!target.anchors().contains(parts[1])) {
        problems.add(problem(link, "names a heading that is not there"));
      }
    }
  }

  private Problem problem(Page.Target link, String what) {
    return new Problem(
        page.file(), link.line(), "the link '%s' %s".formatted(link.destination(), what));
  }
}
