package workbook.dataquality;

/// A text with its number.
record Document(long id, String text) {}
