package workbook.serverrendering;

/// What a cache does with an answer that it has.
enum CacheState {
  /// It is given out.
  FRESH,
  /// It is given out although it is too old.
  STALE,
  /// It is not given out any more: who asks has to wait for a new one.
  EXPIRED
}
