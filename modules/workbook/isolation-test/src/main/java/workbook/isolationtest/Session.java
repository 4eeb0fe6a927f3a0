package workbook.isolationtest;

import java.sql.Connection;

/// A session of an exploration: its connection is there for all runs.
///
/// @param id the number under which the server knows it
record Session(String name, Work work, Connection connection, long id) {}
