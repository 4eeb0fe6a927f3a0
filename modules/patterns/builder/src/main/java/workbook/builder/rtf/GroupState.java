package workbook.builder.rtf;

import workbook.builder.rtf.TextConverter.Style;

/// What a group inherits from the one around it and gives back at its end.
///
/// @param hidden whether its text is in the file and not on the page
/// @param font the number of its font, which may have a code page of its own
/// @param standIns how many characters follow a `\\u` for readers that do not understand it
record GroupState(Destination destination, Style style, boolean hidden, int font, int standIns) {

  static final GroupState OF_DOCUMENT = new GroupState(Destination.TEXT, Style.PLAIN, false, 0, 1);

  /// Whether what stands here is to be read on the page.
  boolean isShown() {
    return destination == Destination.TEXT && !hidden;
  }

  GroupState with(Destination newDestination) {
    return new GroupState(newDestination, style, hidden, font, standIns);
  }

  GroupState with(Style newStyle) {
    return new GroupState(destination, newStyle, hidden, font, standIns);
  }

  GroupState withHidden(boolean newHidden) {
    return new GroupState(destination, style, newHidden, font, standIns);
  }

  GroupState withFont(int newFont) {
    return new GroupState(destination, style, hidden, newFont, standIns);
  }

  GroupState withStandIns(int newStandIns) {
    return new GroupState(destination, style, hidden, font, newStandIns);
  }
}
