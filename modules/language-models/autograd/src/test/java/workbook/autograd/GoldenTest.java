package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What another library computed")
class GoldenTest {

  private final Golden golden = Golden.beside(GoldenTest.class);

  @Test
  @DisplayName("is read from the file beside a test, as constants, parameters or plain numbers")
  void kinds() {
    // golden.py: "gain": torch.ones(HIDDEN), with HIDDEN = 16
    Tensor constant = golden.tensor("train/start/gain");
    assertThat(constant.shape()).containsExactly(16);
    assertThat(constant.data()).containsOnly(1);
    assertThat(constant.hasGradient()).isFalse();
    Tensor parameter = golden.parameter("train/start/w1");
    assertThat(parameter.shape()).containsExactly(18, 16);
    assertThat(parameter.data()).isEqualTo(golden.tensor("train/start/w1").data());
    assertThat(parameter.gradient()).hasSize(18 * 16).containsOnly(0);
    assertThat(golden.floats("train/start/gain")).isEqualTo(constant.data());
  }

  @Test
  @DisplayName("is the same afterwards, whatever a test does with its parameters and numbers")
  void copies() {
    golden.parameter("train/start/gain").data()[0] = 7;
    golden.floats("train/start/gain")[0] = 7;
    assertThat(golden.tensor("train/start/gain").data()[0]).isEqualTo(1);
  }

  @Test
  @DisplayName("is missed by the name of the tensor, or of the package")
  void missing() {
    assertThatThrownBy(() -> golden.tensor("train/start/gian"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no 'train/start/gian' in " + golden.file());
    assertThatThrownBy(() -> Golden.beside(Timeout.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no golden.safetensors in the package org.junit.jupiter.api");
  }
}
