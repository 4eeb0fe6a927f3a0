package workbook.dotenv;

/// What one line assigns, before any `$` in it means something.
record Entry(String name, String value, Place place) {}
