package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Props, attributes and warnings")
class InstanceTest {

  @Test
  @DisplayName("are Vue's: the recorded answers")
  void recorded() throws IOException {
    List<Object> cases = Vectors.cases();
    List<?> answers = Vectors.of("runtime");
    assertThat(answers).hasSameSizeAs(cases);
    for (int i = 0; i < cases.size(); i++) {
      assertThat(Cases.answer(cases.get(i)))
          .as("seed %d, case %d: %s", Cases.SEED, i, cases.get(i))
          .isEqualTo(Literal.withDoubles(answers.get(i)));
    }
  }

  @Test
  @DisplayName("a default that is an object is made once for an instance, and never shared")
  void factories() {
    Declaration declaration =
        Declaration.of(Map.of("tags", Prop.optional(Type.ARRAY).withFactory("", _ -> Js.array())));
    Instance one = new Instance(declaration);
    Instance other = new Instance(declaration);
    one.give(Map.of());
    other.give(Map.of());
    Object tags = one.props().get("tags");
    assertThat(tags).isNotSameAs(other.props().get("tags"));
    one.give(Map.of("x", 1));
    assertThat(one.props().get("tags")).isSameAs(tags);
  }

  @Test
  @DisplayName("a validator cannot change the other props")
  void readOnly() {
    Declaration declaration =
        Declaration.of(
            Map.of(
                "a",
                Prop.optional(Type.NUMBER).validatedBy((_, props) -> props.put("a", 2) == null)));
    Instance instance = new Instance(declaration);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> instance.give(Map.of("a", 1)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(instance.props().get("a")).isEqualTo(1);
  }
}
