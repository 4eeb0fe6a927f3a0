package workbook.autograd;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
