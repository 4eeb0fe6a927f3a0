package workbook.statespace;

/// What mixes the places in a block: a recurrence some of whose coefficients are computed from the
/// input, or a convolution whose filter is as long as the sequence.
///
/// @param convolution whether it is the latter; then nothing is selective
/// @param delta whether the step Δ is computed from the input, or B, or C
/// @param gate whether the output is multiplied by a gate, as in Mamba's block
record Arm(boolean convolution, boolean delta, boolean b, boolean c, boolean gate) {

  static final String NAMES = "mamba, lti, convolution, or what is selective, as in delta+b,";

  /// `lti` if nothing is selective, `delta+b` if two are, `mamba` if all are.
  String mixer() {
    if (convolution) {
      return "convolution";
    }
    if (delta && b && c) {
      return "mamba";
    }
    String name = (delta ? "+delta" : "") + (b ? "+b" : "") + (c ? "+c" : "");
    return name.isEmpty() ? "lti" : name.substring(1);
  }

  /// @throws IllegalArgumentException if there is no such mixer
  static Arm of(String mixer, boolean gate) {
    for (int bits = 0; bits <= 8; bits++) {
      Arm arm = new Arm(bits == 8, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, gate);
      if (arm.mixer().equals(mixer)) {
        return arm;
      }
    }
    throw new IllegalArgumentException("--arm must be %s and was '%s'".formatted(NAMES, mixer));
  }
}
