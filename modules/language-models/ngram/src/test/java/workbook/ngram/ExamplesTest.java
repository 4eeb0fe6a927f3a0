package workbook.ngram;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
