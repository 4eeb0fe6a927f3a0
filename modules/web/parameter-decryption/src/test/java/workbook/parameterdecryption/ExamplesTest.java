package workbook.parameterdecryption;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
