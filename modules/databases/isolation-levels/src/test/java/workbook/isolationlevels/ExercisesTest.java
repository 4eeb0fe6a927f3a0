package workbook.isolationlevels;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
