package workbook.raceconditions;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
