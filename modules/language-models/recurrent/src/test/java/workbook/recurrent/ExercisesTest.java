package workbook.recurrent;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
