package workbook.dotenv;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
