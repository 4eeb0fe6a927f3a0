package workbook.apidecryption;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
