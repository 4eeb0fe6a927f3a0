package workbook.parameterdecryption;

import java.util.List;
import workbook.exercise.Todo;

/// Additional data of several parts.
final class Unambiguous {

  private Unambiguous() {}

  /// Joins parts so that two different lists never give the same bytes, whatever their texts
  /// contain. It is the pre-authentication encoding (PAE) of PASETO: the number of parts, and then
  /// each part with its length in front. Numbers have 8 bytes, the least significant first. Texts
  /// are UTF-8, and their lengths count bytes.
  static byte[] encode(List<String> parts) {
    return Todo.todo("parameter-decryption/1");
  }
}
