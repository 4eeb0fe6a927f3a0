package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record that javac compiled with the processor")
class CardTest {

  @Test
  @DisplayName("has a class beside it, that its callers are compiled against")
  void written() {
    // As Vue's compiler writes it for { title: string, image?: string, … }.
    assertThat(Component.text(CardProps.props()))
        .isEqualTo(
            """
            title: { type: String, required: true }
            image: { type: String, required: false, default: "none" }
            isOpen: { type: Boolean, required: false }
            badge: { type: [Boolean, String], required: true }
            note: { type: [String, null], required: false, default: null }
            sizes: { type: Array, required: false, default: () => ([1, 2]) }\
            """);
    assertThat(Component.text(Card_ButtonProps.props()))
        .isEqualTo("action: { type: Function, required: true }");
  }

  @Test
  @DisplayName("resolves as any declaration")
  void resolved() {
    Instance instance = new Instance(Declaration.of(CardProps.props()));
    assertThat(instance.give(Map.of("title", "x", "is-open", "", "badge", ""))).isEmpty();
    assertThat(Js.literal(instance.props().get("sizes"))).isEqualTo("[1, 2]");
    assertThat(instance.props()).containsEntry("isOpen", true).containsEntry("badge", true);
  }
}
