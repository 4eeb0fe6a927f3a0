package workbook.alignment;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
