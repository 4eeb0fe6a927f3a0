package workbook.componentprops;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
