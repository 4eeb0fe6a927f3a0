package workbook.abilities;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
