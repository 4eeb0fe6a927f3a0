package workbook.statespace;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
