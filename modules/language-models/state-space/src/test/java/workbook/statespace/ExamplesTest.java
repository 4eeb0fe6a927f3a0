package workbook.statespace;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
