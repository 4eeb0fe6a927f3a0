package workbook.kernels;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
