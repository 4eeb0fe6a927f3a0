package workbook.climbingstairs;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
