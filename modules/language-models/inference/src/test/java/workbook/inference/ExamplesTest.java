package workbook.inference;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
