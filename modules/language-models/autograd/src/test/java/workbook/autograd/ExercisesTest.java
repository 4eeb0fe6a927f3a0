package workbook.autograd;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
