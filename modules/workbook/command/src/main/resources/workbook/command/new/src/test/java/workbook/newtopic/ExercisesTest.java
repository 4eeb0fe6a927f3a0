package workbook.newtopic;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
