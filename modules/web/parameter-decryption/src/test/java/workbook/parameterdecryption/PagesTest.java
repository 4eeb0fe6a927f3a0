package workbook.parameterdecryption;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
