package workbook.componentprops;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
