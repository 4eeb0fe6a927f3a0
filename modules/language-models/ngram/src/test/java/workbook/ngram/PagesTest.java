package workbook.ngram;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
