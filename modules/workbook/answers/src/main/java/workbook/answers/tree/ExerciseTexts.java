package workbook.answers.tree;

import java.util.List;

/// What a learner is told of an exercise, in one language.
///
/// @param title what it asks for, in a few words
/// @param hints three, from a nudge to nearly the answer
public record ExerciseTexts(String title, List<String> hints) {}
