package workbook.inference;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
