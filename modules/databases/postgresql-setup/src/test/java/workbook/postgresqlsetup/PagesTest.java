package workbook.postgresqlsetup;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
