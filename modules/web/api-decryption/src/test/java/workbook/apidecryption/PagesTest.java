package workbook.apidecryption;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
