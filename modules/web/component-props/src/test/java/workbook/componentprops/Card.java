package workbook.componentprops;

import java.util.List;
import java.util.Optional;

/// A component that this module's own compilation processes.
@DefineProps
record Card(
    String title,
    @Default("'none'") String image,
    Optional<Boolean> isOpen,
    @Union({boolean.class, String.class}) Object badge,
    @Nullable @Default("null") String note,
    @Default("[1, 2]") List<Integer> sizes) {

  /// A component within another type.
  @DefineProps
  record Button(Runnable action) {}
}
