package workbook.ngram;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
