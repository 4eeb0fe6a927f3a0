package workbook.paralleltraining;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
