package workbook.recurrent;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
