package workbook.serverrendering;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
