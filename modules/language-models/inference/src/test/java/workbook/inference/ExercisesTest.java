package workbook.inference;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
