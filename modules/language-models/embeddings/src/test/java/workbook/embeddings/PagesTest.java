package workbook.embeddings;

import workbook.topictest.TopicPages;

class PagesTest extends TopicPages {}
