package workbook.newtopic;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
