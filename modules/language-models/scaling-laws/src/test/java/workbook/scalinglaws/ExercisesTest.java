package workbook.scalinglaws;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
