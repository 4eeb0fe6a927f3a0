package workbook.abilities;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
