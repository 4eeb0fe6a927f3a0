package workbook.dataquality;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
