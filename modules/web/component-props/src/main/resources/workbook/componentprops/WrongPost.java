import java.util.Optional;
import workbook.componentprops.Default;
import workbook.componentprops.DefineProps;

@DefineProps
record WrongPost(
    String key,
    @Default("'none'") int likes,
    Optional<Optional<String>> note,
    @Default("0") Optional<Integer> shares) {}
