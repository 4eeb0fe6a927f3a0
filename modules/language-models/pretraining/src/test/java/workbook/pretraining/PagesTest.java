package workbook.pretraining;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
