package workbook.text;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
