package workbook.serverrendering;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
