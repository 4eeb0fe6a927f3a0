package workbook.componentprops;

import java.util.LinkedHashMap;
import java.util.Map;

/// `marks` comes last: a factory sees the defaults of those props only that are declared before.
final class Slider {

  private Slider() {}

  static Map<String, Prop> props() {
    Map<String, Prop> props = new LinkedHashMap<>();
    props.put("min", Prop.optional(Type.NUMBER).withDefault(0));
    props.put("max", Prop.optional(Type.NUMBER).withDefault(100));
    props.put("value", Prop.required(Type.NUMBER).validatedBy(Slider::isWithin));
    props.put(
        "marks",
        Prop.optional(Type.ARRAY)
            .withFactory(
                "props => [props.min, props.max]",
                resolved -> Js.array(resolved.get("min"), resolved.get("max"))));
    return props;
  }

  private static boolean isWithin(Object value, Map<String, Object> props) {
    if (props.get("min") instanceof Number min && props.get("max") instanceof Number max) {
      double number = ((Number) value).doubleValue();
      return number >= min.doubleValue() && number <= max.doubleValue();
    }
    return true;
  }
}
