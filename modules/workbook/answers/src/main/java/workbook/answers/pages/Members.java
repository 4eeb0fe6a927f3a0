package workbook.answers.pages;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import workbook.answers.build.Source;

/// The members of a Java file, by name.
final class Members {

  /// @param name `name`, inside a nested type `Type.name`
  /// @param signature `name(int,String)` for a method or constructor, else the name
  /// @param source its text without its documentation comment, moved to the left edge
  private record Member(String name, String signature, String source) {
    boolean is(String wanted) {
      return wanted.contains("(") ? signature.equals(wanted) : name.equals(wanted);
    }
  }

  private final Source source;
  private final List<Member> members = new ArrayList<>();

  private Members(Source source) {
    this.source = source;
    source.unit().getTypeDecls().forEach(type -> add(type, ""));
  }

  /// The text of a member.
  ///
  /// @param wanted `name`, `name(int,String)` to pick an overload or a constructor, with `Type.`
  ///   before it for a member of a nested type
  /// @throws IllegalArgumentException if there is none or more than one, with what there is
  static String find(Path file, String wanted) {
    Source source = Source.parse(file);
    if (!source.errors().isEmpty()) {
      throw new IllegalArgumentException(source.errors().strip());
    }
    List<Member> members = new Members(source).members;
    String plain = wanted.replace(" ", "");
    List<Member> found = members.stream().filter(member -> member.is(plain)).toList();
    if (found.size() == 1) {
      return found.getFirst().source();
    }
    List<Member> offered = found.isEmpty() ? members : found;
    throw new IllegalArgumentException(
        "%s has %s '%s': %s"
            .formatted(
                file.getFileName(),
                found.isEmpty() ? "no member" : found.size() + " members",
                wanted,
                offered.stream().map(Member::signature).collect(Collectors.joining(", "))));
  }

  private void add(Tree tree, String prefix) {
    // Initialiser blocks and stray semicolons have no name.
    if (tree instanceof ClassTree type) {
      addType(type, prefix);
    } else if (tree instanceof VariableTree field) {
      String name = prefix + field.getName();
      members.add(new Member(name, name, source.linesOf(field)));
    }
  }

  /// Adds a type and what is in it. The file's own type does not stand in its members' names.
  private void addType(ClassTree type, String prefix) {
    String name = prefix + type.getSimpleName();
    members.add(new Member(name, name, source.linesOf(type)));
    String inner = source.unit().getTypeDecls().contains(type) ? "" : name + ".";
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method) {
        addMethod(method, inner, type);
      } else {
        add(member, inner);
      }
    }
  }

  private void addMethod(MethodTree method, String prefix, ClassTree type) {
    if (!source.wrote(method)) {
      return;
    }
    boolean constructor = method.getReturnType() == null;
    String name = prefix + (constructor ? type.getSimpleName() : method.getName());
    String parameters =
        method.getParameters().stream()
            .map(parameter -> source.textOf(parameter.getType()).replace(" ", ""))
            .collect(Collectors.joining(","));
    String signature = name + "(" + parameters + ")";
    // A constructor shares its type's name, and is meant only where its parameters are given.
    members.add(new Member(constructor ? signature : name, signature, source.linesOf(method)));
  }
}
