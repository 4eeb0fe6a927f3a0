package workbook.builder;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
