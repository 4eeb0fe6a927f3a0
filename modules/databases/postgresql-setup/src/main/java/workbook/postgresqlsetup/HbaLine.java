package workbook.postgresqlsetup;

import java.nio.file.Path;
import java.util.List;

/// A line of `pg_hba.conf`, cut into words.
///
/// @param number of the first of its lines, where a backslash goes on with it
/// @param text as it stands there
/// @param fields each of at least one word
/// @param error why the line cannot be read, or null
record HbaLine(Path file, int number, String text, List<List<HbaToken>> fields, String error) {}
