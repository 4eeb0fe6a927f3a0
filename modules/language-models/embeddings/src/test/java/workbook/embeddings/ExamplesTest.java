package workbook.embeddings;

import workbook.topictest.TopicExamples;

class ExamplesTest extends TopicExamples {}
