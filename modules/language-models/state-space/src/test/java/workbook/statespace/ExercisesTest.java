package workbook.statespace;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
