package workbook.componentprops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The runtime declaration, written by hand.
final class BlogPostByHand {

  private BlogPostByHand() {}

  static Map<String, Prop> props() {
    Map<String, Prop> props = new LinkedHashMap<>();
    props.put("title", Prop.required(Type.STRING));
    props.put("likes", Prop.optional(Type.NUMBER).withDefault(0));
    props.put("published", Prop.optional(Type.BOOLEAN));
    props.put("size", Prop.required(Type.STRING).validatedBy(BlogPostByHand::isSize));
    props.put("tags", Prop.optional(Type.ARRAY).withFactory("() => ([])", _ -> Js.array()));
    return props;
  }

  private static boolean isSize(Object value, Map<String, Object> props) {
    return List.of("small", "big").contains(value);
  }
}
