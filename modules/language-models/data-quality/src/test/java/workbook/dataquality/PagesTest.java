package workbook.dataquality;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
