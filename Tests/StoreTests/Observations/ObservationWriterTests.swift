import Model
import Testing

@testable import Store

struct ObservationWriterTests {
    private func withWriter(
        _ sources: [Source],
        _ body: (inout ObservationWriter) throws -> Void
    ) throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let ledger = Ledger(connection: connection)
            let content = try ledger.noteContent(file(1), sha256: sha(1))
            let origin = Origin(
                person: try ledger.notedPerson("me"),
                content: content,
                sha256: sha(1)
            )
            var writer = try ObservationWriter(connection, origin: origin, sources: sources)
            try body(&writer)
        }
    }

    @Test func `nothing changes no day`() throws {
        try withWriter([]) { writer in
            try writer.keep(FileDraft().sealed())
            #expect(writer.changed.isEmpty)
        }
    }

    @Test func `readings of every kind change their days`() throws {
        let walk = DeclaredReading(
            start: minute(4 * 1440, 0).start,
            end: minute(4 * 1440, 0).end,
            moving: .minutes(1),
            steps: nil,
            line: 1,
            source: 0
        )
        try withWriter([watch]) { writer in
            try writer.keep(
                draft(
                    steps: [minute(0, 5)],
                    counters: [sample(2 * 1440, 1)],
                    tracks: [[point(6 * 86_400)]],
                    declared: [walk]
                ).sealed()
            )
            #expect(
                writer.changed.ranges == [days(0, 0), days(2, 2), days(4, 4), days(6, 6)]
            )
        }
    }

    @Test func `a point at midnight is a point of the day that begins`() throws {
        try withWriter([watch]) { writer in
            try writer.keep(draft(tracks: [[point(86_400 - 1), point(86_400)]]).sealed())
            #expect(writer.changed.ranges == [days(0, 1)])
        }
    }

    @Test func `a source is stored once, whatever file names it, and apart when it differs`() throws
    {
        let other = Source(name: "watch", kind: .watch, counterModulus: 100_000)
        try withWriter([watch, other, watch]) { writer in
            #expect(writer.sources[0] == writer.sources[2])
            #expect(writer.sources[0] != writer.sources[1])
            let table = SourceTable(connection: writer.connection)
            let stored = [
                try table.source(writer.sources[0]), try table.source(writer.sources[1]),
            ]
            let namesakes = try table.namesakes(of: writer.sources[0])
            #expect(stored == [watch, other])
            #expect(Set(namesakes) == Set(writer.sources))
        }
    }

    @Test func `a source that is gone is damage`() throws {
        try withWriter([watch]) { writer in
            let table = SourceTable(connection: writer.connection)
            let problem = #expect(throws: StoreProblem.self) { try table.source(77) }
            #expect(problem?.isDamaged == true)
            try writer.connection.run("UPDATE source SET kind = 55")
            let strange = #expect(throws: StoreProblem.self) {
                try table.source(writer.sources[0])
            }
            #expect(strange?.isDamaged == true)
        }
    }
}
