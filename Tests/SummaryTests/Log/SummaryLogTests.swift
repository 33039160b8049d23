import LinuxSystem
import Model
import Scoring
import Testing

@testable import Summary

@Suite struct SummaryLogTests {
    private let now = Example.at("23:05:00.000")

    private func line(
        _ scored: ScoredDay = Example.full,
        revision: Int = 1,
        mayBeWritten: Bool = false
    ) -> LineToTell {
        LineToTell(
            scored: scored,
            person: "me",
            text: SummaryLine.text(for: scored, home: Example.home),
            revision: revision,
            mayBeWritten: mayBeWritten
        )
    }

    private func lines(_ path: FilePath) -> [String] {
        (text(path) ?? "").split(separator: "\n").map { String($0) }
    }

    private func withLog(
        _ body: (SummaryLog, _ texts: FilePath, _ objects: FilePath) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            try body(
                SummaryLog(folder: folder, home: Example.home),
                folder.appending(SummaryLog.textName),
                folder.appending(SummaryLog.objectName)
            )
        }
    }

    @Test func `a day is one line for people and one for programs`() throws {
        try withLog { log, texts, objects in
            try log.append([line(), line(revision: 2)], written: now)
            #expect(lines(texts).count == 2)
            #expect(lines(texts)[1].hasSuffix(" · revised (2)"))
            #expect(lines(objects).count == 2)
            #expect(
                lines(objects)[1].hasSuffix(
                    #""revision":2,"written":"2026-11-22T00:05:00.000+01:00"}"#
                )
            )
        }
    }

    @Test func `a line that is there already is not doubled`() throws {
        try withLog { log, texts, objects in
            try log.append([line()], written: now)
            try log.append([line(mayBeWritten: true)], written: now.advanced(by: 60_000))
            #expect(lines(texts).count == 1)
            #expect(lines(objects).count == 1)
        }
    }

    @Test func `a crash between the two files is completed`() throws {
        try withLog { log, texts, objects in
            try log.append([line()], written: now)
            try File.unlink(objects)
            try log.append([line(mayBeWritten: true)], written: now)
            #expect(lines(texts).count == 1)
            #expect(lines(objects).count == 1)
        }
    }

    @Test func `a crash at any byte of either file leaves one whole line after telling again`()
        throws
    {
        try withLog { log, texts, objects in
            try log.append([line(Example.silent(-3)), line()], written: now)
            let whole = (text: try File.read(texts), object: try File.read(objects))
            for path in [texts, objects] {
                let bytes = path == texts ? whole.text : whole.object
                for count in stride(from: 0, through: bytes.count, by: 7) {
                    try FileDescriptor.open(path, [.write]).truncate(to: Int64(count))
                    let retold = [
                        line(Example.silent(-3), mayBeWritten: true), line(mayBeWritten: true),
                    ]
                    try SummaryLog(folder: texts.parent, home: Example.home)
                        .append(retold, written: now)
                    #expect(try File.read(path) == bytes, "cut at \(count)")
                }
            }
        }
    }

    @Test func `rotation needs no warning, and a line before it is still known`() throws {
        try withLog { log, texts, objects in
            try log.append([line()], written: now)
            try File.rename(texts, to: texts.parent.appending("summary.log.1"))
            try File.rename(objects, to: objects.parent.appending("summary.jsonl.1"))
            try log.append([line(mayBeWritten: true)], written: now)
            #expect(lines(texts).isEmpty && lines(objects).isEmpty)
            try log.append([line(Example.silent())], written: now)
            #expect(lines(texts).count == 1 && lines(objects).count == 1)
        }
    }

    @Test func `reopening goes on where the log ends`() throws {
        try withLog { log, texts, _ in
            try log.append([line()], written: now)
            log.reopen()
            try log.append([line(Example.silent())], written: now)
            #expect(lines(texts).count == 2)
        }
    }

    @Test func `lines that stand in the log are told from those that do not`() throws {
        try withLog { log, _, _ in
            let first = line().told(isWritten: false)
            let second = line(revision: 2).told(isWritten: false)
            #expect(try log.holding([first]) == [])
            try log.append([line()], written: now)
            #expect(try log.holding([first, second]) == [first])
        }
    }

    @Test func `a folder that is gone is an error, not a loss of words`() {
        let log = SummaryLog(folder: FilePath("/nonexistent-folder"), home: Example.home)
        #expect(throws: SystemError.self) { try log.append([line()], written: now) }
    }
}
