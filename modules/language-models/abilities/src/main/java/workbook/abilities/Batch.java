package workbook.abilities;

/// Sequences of one length, and what is asked at some of their places.
///
/// @param rows how many sequences
/// @param inputs their tokens, row by row
/// @param places where something is asked, counted through all rows
/// @param targets the token that is right at each of those places
record Batch(int rows, int[] inputs, int[] places, int... targets) {}
