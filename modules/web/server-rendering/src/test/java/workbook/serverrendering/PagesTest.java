package workbook.serverrendering;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
