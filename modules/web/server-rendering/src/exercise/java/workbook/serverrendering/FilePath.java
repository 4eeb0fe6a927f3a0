package workbook.serverrendering;

import workbook.exercise.Todo;

/// From one file to one path.
final class FilePath {

  private FilePath() {}

  /// The path that vue-router gets for a page, on its own: `blog/[id].vue` becomes `/blog/:id()`.
  ///
  /// - `index` stands for its folder: `index.vue` is `/`, and `blog/index.vue` is `/blog`.
  /// - `[id]` is a parameter, `:id()`; `[[id]]` is one that may be missing, `:id?`. There may be
  ///   several in a name, and text around them: `[a]-[b].vue` is `/:a()-:b()`.
  /// - `[...slug]` takes all that is left, `:slug(.*)*`; with more of the path behind it, it is
  ///   `:slug([^/]*)*`.
  /// - A name in round brackets is left out of the path, with its folder: `(shop)/cart.vue` is
  ///   `/cart`.
  ///
  /// @param file its path in the folder of pages, with `/` between names and one extension; names
  ///   consist of ASCII letters, digits, `-`, `_`, and of brackets that are closed; what stands in
  ///   square ones has no `-`
  static String of(String file) {
    return Todo.todo("server-rendering/2");
  }
}
