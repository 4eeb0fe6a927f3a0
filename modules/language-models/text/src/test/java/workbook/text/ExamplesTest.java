package workbook.text;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
