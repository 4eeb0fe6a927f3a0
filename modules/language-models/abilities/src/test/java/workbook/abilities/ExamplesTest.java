package workbook.abilities;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
