package workbook.raceconditions;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
