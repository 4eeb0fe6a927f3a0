package workbook.climbingstairs;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
