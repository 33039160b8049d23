import Testing

@testable import Store

struct Migration1Tests {
    @Test func `a stretch of time is found without reading all rows`() throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let plan = try connection.all(
                """
                EXPLAIN QUERY PLAN
                SELECT source FROM packed WHERE person = 1 AND first >= 5 AND first < 9 AND last >= 5
                UNION ALL
                SELECT source FROM packed
                WHERE person = 1 AND last - first > 172800000 AND first < 5 AND last >= 5
                """
            ) { $0.text(3) }
            let text = plan.joined(separator: "\n")
            #expect(text.contains("packed_by_first (person=? AND first>? AND first<?)"))
            #expect(text.contains("packed_far (person=? AND last>?)"))
            #expect(!text.contains("SCAN packed"))
        }
    }

    @Test func `the row that reaches furthest is found without sorting`() throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let plan = try connection.all(
                """
                EXPLAIN QUERY PLAN SELECT body FROM packed
                WHERE person = 1 AND source = 1 AND first <= 5 ORDER BY last DESC
                """
            ) { $0.text(3) }
            #expect(plan.contains { $0.contains("packed_by_last") })
            #expect(!plan.contains { $0.contains("TEMP B-TREE") })
        }
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
