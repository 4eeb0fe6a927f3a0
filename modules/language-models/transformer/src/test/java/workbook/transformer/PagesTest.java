package workbook.transformer;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
