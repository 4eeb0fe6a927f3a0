package workbook.kernels;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
