package workbook.isolationlevels;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
