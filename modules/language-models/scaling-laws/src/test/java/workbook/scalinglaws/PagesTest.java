package workbook.scalinglaws;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
