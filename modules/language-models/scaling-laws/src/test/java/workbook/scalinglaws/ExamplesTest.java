package workbook.scalinglaws;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
