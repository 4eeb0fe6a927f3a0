package workbook.serverrendering;

import java.util.List;

/// A route as vue-router takes it.
///
/// @param path relative to that of the route it stands in
/// @param name empty if one of the children stands for the same address
/// @param file the page's
/// @param groups the folders in brackets that the file lies in
/// @param children what is shown inside this page
record Route(String path, String name, String file, List<String> groups, List<Route> children) {

  /// The path from the root.
  ///
  /// @param parent that of the route this one stands in; empty if there is none
  String below(String parent) {
    if (path.startsWith("/")) {
      return path;
    }
    return path.isEmpty() || parent.endsWith("/") ? parent + path : parent + "/" + path;
  }
}
