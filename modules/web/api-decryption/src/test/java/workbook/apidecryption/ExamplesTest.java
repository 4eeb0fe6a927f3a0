package workbook.apidecryption;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
