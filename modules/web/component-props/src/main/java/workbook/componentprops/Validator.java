package workbook.componentprops;

import java.util.Map;

/// A check of one's own.
public interface Validator {

  /// Whether a value is accepted.
  ///
  /// @param value what the prop resolved to; it has passed the type check
  /// @param props all props as they resolved, which may be of the wrong type; not to be changed
  boolean accepts(Object value, Map<String, Object> props);
}
