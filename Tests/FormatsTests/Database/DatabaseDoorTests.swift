import Model
import TestSupport
import Testing

@testable import Formats

@Suite("The door for SQLite databases")
struct DatabaseDoorTests {
    static func gadgetbridge(_ rows: Int) -> [String] {
        [
            "CREATE TABLE DEVICE (_id INTEGER PRIMARY KEY, NAME TEXT, IDENTIFIER TEXT)",
            "INSERT INTO DEVICE VALUES (1, 'Band', 'A1')",
            """
            CREATE TABLE XIAOMI_ACTIVITY_SAMPLE (TIMESTAMP INTEGER, DEVICE_ID INTEGER, USER_ID INTEGER,
            STEPS INTEGER, PRIMARY KEY (TIMESTAMP, DEVICE_ID)) WITHOUT ROWID
            """,
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows) - 1)
            INSERT INTO XIAOMI_ACTIVITY_SAMPLE SELECT 1795158000 + 60 * i, 1, 1, i % 120 FROM n
            """,
        ]
    }

    static func healthConnect(_ rows: Int) -> [String] {
        [
            """
            CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT,
            app_name TEXT)
            """,
            "INSERT INTO application_info_table VALUES (1, 'com.example', 'Walks')",
            """
            CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER,
            start_time INTEGER, end_time INTEGER, count INTEGER)
            """,
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < \(rows) - 1)
            INSERT INTO steps_record_table SELECT i + 1, 1, 1795158000000 + 60000 * i,
                1795158060000 + 60000 * i, i % 120 FROM n
            """,
            """
            CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, app_info_id INTEGER,
            start_time INTEGER, end_time INTEGER, exercise_type INTEGER)
            """,
            "INSERT INTO exercise_session_record_table VALUES (1, 1, 1795158000000, 1795158600000, 53)",
        ]
    }

    @Test("A database of another program is refused by what it is")
    func strangers() throws {
        let trial = try DatabaseTrial(["CREATE TABLE steps (time, count)"])
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
        #expect(
            trial.problems == [
                "0 this is an SQLite database of another program; Amble reads those of Gadgetbridge"
                    + " and exports of Health Connect; else export its step counts as CSV"
            ]
        )
    }

    @Test("A database without any table is that of another program")
    func nothing() throws {
        let trial = try DatabaseTrial(["PRAGMA user_version=7"])
        #expect(trial.report.outcome == .refused)
    }

    @Test("A write-ahead log, which nobody sees who has the database alone, shows in the encoding")
    func writeAheadLog() throws {
        var bytes = try MadeDatabase(Self.gadgetbridge(3000)).bytes
        bytes[18] = 2
        bytes[19] = 2
        let trial = try DatabaseTrial(bytes: bytes)
        #expect(trial.report.outcome == .taken)
        #expect(trial.report.encoding == "UTF-8, SQLite with a write-ahead log")
        #expect(trial.sink.steps.count == 3000)
    }

    @Test("A database that is still being copied is looked at again, and taken in part till then")
    func truncated() throws {
        let made = try MadeDatabase(Self.gadgetbridge(3000)).bytes
        let trial = try DatabaseTrial(bytes: Array(made.dropLast(4096 + 700)))
        #expect(trial.report.endsEarly)
        #expect(trial.report.outcome == .partly)
        let pages = made.count / 4096
        #expect(
            trial.problems.first
                == "0 the database breaks off: it has \(pages - 2) of its \(pages) pages; copy it again"
                + " once it is complete"
        )
        #expect(!trial.sink.steps.isEmpty)
    }

    @Test("Readings come in batches, however many there are")
    func batches() throws {
        let trial = try DatabaseTrial(Self.gadgetbridge(3000))
        #expect(trial.sink.steps.count == 3000)
        #expect(trial.sink.largestBatch <= 4096)
        #expect(trial.sink.steps.map(\.steps).reduce(0, +) == 25 * 7140)
    }

    @Test(
        "A spoilt database is understood, in part or refused, and never traps",
        arguments: [0, 1]
    )
    func mutations(index: Int) throws {
        let statements = [Self.gadgetbridge(400), Self.healthConnect(400)][index]
        let made = try MadeDatabase(statements, pageBytes: 512).bytes
        let whole = try DatabaseTrial(bytes: made)
        #expect(whole.report.outcome == .taken)
        var generator = SeededGenerator(seed: UInt64(index) + 40)
        for _ in 0..<500 {
            var bytes = made
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                Self.damage(&bytes, using: &generator)
            }
            let trial = try DatabaseTrial(bytes: bytes)
            if trial.report.outcome == .partly || trial.report.outcome == .refused {
                #expect(!trial.report.problems.isEmpty)
            }
            #expect(trial.sink.steps.allSatisfy { $0.steps >= 0 })
            #expect(trial.sink.declared.allSatisfy { $0.start < $0.end && $0.moving.count > 0 })
            #expect(trial.sink.steps.count <= 4 * whole.sink.steps.count)
        }
    }

    /// Damages a byte anywhere, or where pages say what they are and where their rows stand.
    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard bytes.count > 512 else { return }
        let page = Int.random(in: 0..<bytes.count / 512, using: &generator) * 512
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes.removeLast(Int.random(in: 1..<bytes.count - 512, using: &generator) / 8 + 1)
        case 1: bytes[Int.random(in: bytes.indices, using: &generator)] ^= 0x80
        case 2:
            let from = Int.random(in: 0..<bytes.count / 512, using: &generator) * 512
            bytes.replaceSubrange(page..<page + 512, with: Array(bytes[from..<from + 512]))
        default:
            let place = page + Int.random(in: 0..<40, using: &generator)
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
    }
}
