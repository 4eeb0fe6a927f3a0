package workbook.basedetection;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
