package workbook.builder;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
