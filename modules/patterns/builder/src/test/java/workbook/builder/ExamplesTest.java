package workbook.builder;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
