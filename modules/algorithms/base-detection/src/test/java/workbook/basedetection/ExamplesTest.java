package workbook.basedetection;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
