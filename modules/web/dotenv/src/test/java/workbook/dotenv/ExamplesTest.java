package workbook.dotenv;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
