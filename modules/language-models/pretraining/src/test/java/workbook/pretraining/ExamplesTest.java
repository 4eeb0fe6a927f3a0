package workbook.pretraining;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
