package workbook.componentprops;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
