package workbook.isolationlevels;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
