package workbook.basedetection;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
