package workbook.parameterdecryption;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
