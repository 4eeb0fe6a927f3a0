package workbook.raceconditions;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
