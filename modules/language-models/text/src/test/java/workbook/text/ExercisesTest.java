package workbook.text;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
