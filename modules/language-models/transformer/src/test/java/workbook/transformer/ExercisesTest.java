package workbook.transformer;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
