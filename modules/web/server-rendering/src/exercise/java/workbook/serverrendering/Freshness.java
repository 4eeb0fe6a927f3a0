package workbook.serverrendering;

import workbook.exercise.Todo;

/// What a cache may give out.
final class Freshness {

  private Freshness() {}

  /// What a cache does with an answer that is some seconds old, by the answer's `Cache-Control`.
  ///
  /// - It is [CacheState#FRESH] as long as its age is less than `max-age`; without `max-age` it
  ///   never is.
  /// - After that it is [CacheState#STALE] for as many seconds as `stale-while-revalidate` says.
  /// - While the back end fails, it is so for as many as `stale-if-error` says, if those are more.
  /// - Else it is [CacheState#EXPIRED].
  ///
  /// @param cacheControl directives with commas between them, with or without spaces, in any order
  ///   and in any case: `max-age=600, stale-while-revalidate=30`; others than these three mean
  ///   nothing here
  /// @param age in seconds
  /// @param fails whether the back end fails at present
  /// @see <a href="https://www.rfc-editor.org/rfc/rfc5861">RFC 5861</a>
  static CacheState of(String cacheControl, long age, boolean fails) {
    return Todo.todo("server-rendering/3");
  }
}
