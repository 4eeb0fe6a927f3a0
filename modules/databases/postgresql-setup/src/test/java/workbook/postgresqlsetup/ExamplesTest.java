package workbook.postgresqlsetup;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
