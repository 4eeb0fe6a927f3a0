package workbook.alignment;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
