package workbook.postgresqlsetup;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
