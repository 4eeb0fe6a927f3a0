package workbook.pretraining;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
