package workbook.climbingstairs;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
