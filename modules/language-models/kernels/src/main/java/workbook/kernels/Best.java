package workbook.kernels;

/// Chooses once, when somebody asks for the first time.
final class Best {

  static final FloatKernels KERNELS = choose();

  private Best() {}

  static boolean hasVectors() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  private static FloatKernels choose() {
    if (hasVectors()) {
      return new VectorKernels();
    }
    System.err.println(
        "kernels: no Vector API, so plain loops do the work, several times slower; start java with"
            + " --add-modules jdk.incubator.vector");
    return new ScalarKernels();
  }
}
