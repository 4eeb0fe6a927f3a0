package workbook.transformer;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
