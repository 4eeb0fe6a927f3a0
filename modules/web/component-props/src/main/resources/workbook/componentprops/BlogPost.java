import java.util.List;
import java.util.Optional;
import workbook.componentprops.Default;
import workbook.componentprops.DefineProps;

@DefineProps
record BlogPost(
    String title,
    @Default("0") int likes,
    Optional<Boolean> published,
    Size size,
    @Default("[]") List<String> tags) {

  enum Size {
    SMALL,
    BIG
  }
}
