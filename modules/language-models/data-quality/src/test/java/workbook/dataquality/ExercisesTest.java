package workbook.dataquality;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
