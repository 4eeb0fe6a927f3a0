package workbook.componentprops;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/// Writes the runtime declaration of each record with [DefineProps], as Vue's compiler does for
/// `defineProps<…>()`. What is wrong with a component of the record is an error of the compiler, at
/// the line of that component.
@SupportedAnnotationTypes("workbook.componentprops.DefineProps")
public final class PropsProcessor extends AbstractProcessor {

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getElementsAnnotatedWith(DefineProps.class).forEach(this::process);
    return true;
  }

  private void process(Element element) {
    if (element.getKind() != ElementKind.RECORD) {
      String kind = element.getKind() == ElementKind.CLASS ? "a class" : "an " + element.getKind();
      error(element, "@DefineProps is for a record, and this is " + kind.toLowerCase(Locale.ROOT));
      return;
    }
    TypeElement type = (TypeElement) element;
    RecordReader reader = new RecordReader(processingEnv);
    List<PropType> props = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      try {
        props.add(reader.read(component));
      } catch (IllegalArgumentException e) {
        error(component, e.getMessage());
      }
    }
    if (props.size() == type.getRecordComponents().size()) {
      write(type, props);
    }
  }

  private void write(TypeElement type, List<PropType> props) {
    String folder =
        processingEnv.getElementUtils().getPackageOf(type).getQualifiedName().toString();
    String name = nameOf(type) + "Props";
    String qualified = folder.isEmpty() ? name : folder + "." + name;
    try (Writer out = processingEnv.getFiler().createSourceFile(qualified, type).openWriter()) {
      out.write(PropsSource.of(folder, name, type.getSimpleName().toString(), props));
    } catch (IOException e) {
      error(type, "%s cannot be written: %s".formatted(qualified, e.getMessage()));
    }
  }

  /// `Shop_Card` for a `Card` within a `Shop`.
  private static String nameOf(Element type) {
    Element outer = type.getEnclosingElement();
    String name = type.getSimpleName().toString();
    return outer.getKind() == ElementKind.PACKAGE ? name : nameOf(outer) + "_" + name;
  }

  private void error(Element element, String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, element);
  }
}
