package workbook.answers.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import workbook.answers.build.Source;

/// The methods and constructors of a file that other files can call.
///
/// @param members in their order
record Signatures(List<Member> members) {

  /// One of them.
  ///
  /// @param name as a caller writes it: of a constructor that of the class
  /// @param header what is written before the body
  /// @param called what it comes down to for a caller
  /// @param line where it stands
  record Member(String name, String header, String called, long line) {

    boolean isNamedIn(String report) {
      return Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(report).find();
    }
  }

  static Signatures of(Source source) {
    List<Member> members = new ArrayList<>();
    source.unit().getTypeDecls().forEach(type -> collect(source, type, members));
    return new Signatures(List.copyOf(members));
  }

  private static void collect(Source source, Tree tree, List<Member> members) {
    if (tree instanceof ClassTree type) {
      for (Tree each : type.getMembers()) {
        if (each instanceof MethodTree method
            && source.wrote(method)
            && !method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
          members.add(member(source, type.getSimpleName().toString(), method));
        }
        collect(source, each, members);
      }
    }
  }

  private static Member member(Source source, String className, MethodTree method) {
    boolean constructor = method.getReturnType() == null;
    String whole = source.textOf(method);
    int body = method.getBody() == null ? 1 : source.textOf(method.getBody()).length();
    String header =
        whole
            .substring(0, whole.length() - body)
            .replaceAll("@\\w+(\\([^)]*\\))?\\s+", "")
            .replaceAll("\\s+", " ")
            .strip();
    String called =
        "%s.%s%s %s%s throws %s"
            .formatted(
                className,
                method.getModifiers().getFlags().contains(Modifier.STATIC) ? "static " : "",
                method.getReturnType(),
                method.getName(),
                method.getParameters().stream().map(VariableTree::getType).toList(),
                method.getThrows());
    return new Member(
        constructor ? className : method.getName().toString(),
        header,
        called,
        source.lineOf(method));
  }

  /// Those that others do not have.
  List<Member> without(Signatures others) {
    List<String> there = others.members.stream().map(Member::called).toList();
    return members.stream().filter(member -> !there.contains(member.called())).toList();
  }

  /// The line of the first with a name; 1 if there is none.
  long lineOf(String name) {
    return members.stream()
        .filter(member -> member.name().equals(name))
        .mapToLong(Member::line)
        .findFirst()
        .orElse(1);
  }
}
