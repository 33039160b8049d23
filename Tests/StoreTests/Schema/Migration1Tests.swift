import Testing

@testable import Store

struct Migration1Tests {
    /// How SQLite means to run a query, a line a step.
    private func plan(_ query: String, _ values: [SQLValue]) throws -> String {
        var lines: [String] = []
        try withConnection { connection in
            try Schema.migrate(connection)
            lines = try connection.all("EXPLAIN QUERY PLAN " + query, values) { $0.text(3) }
        }
        return lines.joined(separator: "\n")
    }

    @Test func `a stretch of time is found without reading all rows`() throws {
        let plan = try plan(
            ObservationReader.rowsTouchingSpan,
            [.integer(1), .integer(5), .integer(9)]
        )
        #expect(plan.contains("packed_by_first (person=? AND first>? AND first<?)"))
        #expect(plan.contains("packed_far (person=? AND last>?)"))
        #expect(!plan.contains("SCAN packed"))
    }

    @Test(arguments: [LastKnown.furthestRows, LastKnown.furthestSegments])
    func `what reaches furthest is found without sorting`(query: String) throws {
        let plan = try plan(query, [.integer(1), .integer(1), .integer(5)])
        #expect(plan.contains("_by_last (person=? AND source=?)"))
        #expect(!plan.contains("TEMP B-TREE"))
    }

    @Test func `an observation without its file cannot be stored`() throws {
        try withConnection { connection in
            try connection.run("PRAGMA foreign_keys = ON")
            try Schema.migrate(connection)
            #expect(throws: StoreProblem.self) {
                try connection.run(
                    """
                    INSERT INTO packed (person, source, kind, day, content, first, last, body)
                    VALUES (1, 1, 0, 0, 1, 0, 0, x'')
                    """
                )
            }
        }
    }
}
