package workbook.paralleltraining;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
