package workbook.dotenv;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
