package workbook.autograd;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
