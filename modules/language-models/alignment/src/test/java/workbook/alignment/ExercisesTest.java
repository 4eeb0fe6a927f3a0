package workbook.alignment;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
