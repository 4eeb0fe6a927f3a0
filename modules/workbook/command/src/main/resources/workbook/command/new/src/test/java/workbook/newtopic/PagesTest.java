package workbook.newtopic;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
