package workbook.apidecryption;

/// What a cipher needs.
///
/// @param iv empty where none is needed
record KeyAndIv(byte[] key, byte[] iv) {}
