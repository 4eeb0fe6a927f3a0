package workbook.recurrent;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
