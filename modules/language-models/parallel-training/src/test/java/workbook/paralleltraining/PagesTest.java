package workbook.paralleltraining;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
