package workbook.kernels;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
