package workbook.embeddings;

import workbook.topictest.TopicExercises;

class ExercisesTest extends TopicExercises {}
