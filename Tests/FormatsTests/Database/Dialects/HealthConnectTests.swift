import Model
import TestSupport
import Testing

@testable import Formats

@Suite("Exports of Health Connect")
struct HealthConnectTests {
    /// 2026-11-20T07:00:00Z.
    private static let seven: Int64 = 1_795_158_000_000

    private static let lists = [
        """
        CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY,
        package_name TEXT NOT NULL UNIQUE, app_name TEXT, app_icon BLOB, record_types_used TEXT)
        """,
        """
        INSERT INTO application_info_table VALUES (1,'com.example.walks','Walks',zeroblob(20000),'1'),
        (2,'com.example.band',NULL,NULL,'1'), (3,'nl.appyhapps.healthsync','Health Sync',NULL,'1'),
        (4,'com.example.other','Walks',NULL,'1')
        """,
        """
        CREATE TABLE device_info_table (row_id INTEGER PRIMARY KEY, manufacturer TEXT, model TEXT,
        device_type INTEGER)
        """,
        """
        INSERT INTO device_info_table VALUES (1,'Google','Pixel 8',2), (2,'Acme',NULL,1),
        (3,NULL,NULL,0), (4,NULL,NULL,6)
        """,
    ]

    /// What every table of records begins with, as Android makes it.
    private static func records(_ name: String, _ own: String) -> String {
        """
        CREATE TABLE \(name) (row_id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB UNIQUE NOT NULL,
        last_modified_time INTEGER, client_record_id TEXT, device_info_id INTEGER,
        app_info_id INTEGER, recording_method INTEGER, dedupe_hash BLOB UNIQUE,
        start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER,
        local_date INTEGER, \(own),
        local_date_time_start_time INTEGER AS (start_time + 1000 * start_zone_offset),
        local_date_time_end_time INTEGER AS (end_time + 1000 * end_zone_offset),
        FOREIGN KEY (device_info_id) REFERENCES device_info_table(row_id),
        FOREIGN KEY (app_info_id) REFERENCES application_info_table(row_id))
        """
    }

    private static let stepsTable = records("steps_record_table", "count INTEGER")
    private static let sessionsTable = records(
        "exercise_session_record_table",
        "notes TEXT, exercise_type INTEGER, title TEXT, has_route INTEGER"
    )

    private static func steps(
        _ from: Int64,
        _ seconds: Int64,
        _ count: String,
        app: Int,
        device: String
    ) -> String {
        """
        INSERT INTO steps_record_table (uuid, device_info_id, app_info_id, start_time,
        start_zone_offset, end_time, end_zone_offset, count) VALUES (randomblob(16), \(device), \(app),
        \(seven + from * 1000), 3600, \(seven + (from + seconds) * 1000), 3600, \(count))
        """
    }

    private static func session(_ from: Int64, _ seconds: Int64, _ type: String) -> String {
        """
        INSERT INTO exercise_session_record_table (uuid, device_info_id, app_info_id, start_time,
        end_time, exercise_type) VALUES (randomblob(16), 1, 1, \(seven + from * 1000),
        \(seven + (from + seconds) * 1000), \(type))
        """
    }

    @Test("Each app with each of its devices is a source, of the kind of the device")
    func sources() throws {
        let trial = try DatabaseTrial(
            Self.lists + [
                Self.stepsTable,
                Self.steps(0, 60, "84", app: 1, device: "1"),
                Self.steps(3, 60, "90", app: 1, device: "2"),
                Self.steps(60, 61, "7", app: 2, device: "3"),
                Self.steps(60, 60, "7", app: 3, device: "1"),
                Self.steps(60, 60, "0", app: 4, device: "NULL"),
                Self.steps(60, 60, "1", app: 2, device: "4"),
            ]
        )
        #expect(trial.report.dialect == "health-connect")
        #expect(trial.report.outcome == .taken)
        let walks = "Walks (com.example.walks)"
        #expect(
            trial.sources == [
                "\(walks) (Pixel 8): phone", "\(walks) (Acme): watch", "com.example.band: watch",
                "Health Sync (Pixel 8): mirror", "Walks (com.example.other): unknown",
                "com.example.band (band): watch",
            ]
        )
        #expect(trial.sink.sources.allSatisfy { $0.omitsZeros })
        #expect(trial.steps.first == "2026-11-20T07:00Z/2026-11-20T07:01Z 84 \(walks) (Pixel 8) 1")
        #expect(
            trial.steps.dropFirst(2).first
                == "2026-11-20T07:01Z/2026-11-20T07:02:01Z 7 com.example.band 3"
        )
        #expect(trial.sink.steps.map(\.steps) == [84, 90, 7, 7, 0, 1])
    }

    @Test("Walks and hikes are declared, other sports are none, and what nobody knows is a problem")
    func walks() throws {
        let trial = try DatabaseTrial(
            Self.lists + [
                Self.sessionsTable,
                Self.session(0, 600, "53"), Self.session(1000, 1200, "21"),
                Self.session(3000, 600, "33"), Self.session(4000, 600, "58"),
                Self.session(5000, 600, "79"), Self.session(6000, 0, "53"),
            ]
        )
        let name = "Walks (com.example.walks) (Pixel 8)"
        #expect(
            trial.walks == [
                "2026-11-20T07:00Z/2026-11-20T07:10Z 600000 \(name)",
                "2026-11-20T07:16:40Z/2026-11-20T07:36:40Z 1200000 \(name)",
            ]
        )
        let column = "(column \"exercise_type\" of the table \"exercise_session_record_table\")"
        let fault = "is no kind of exercise that Amble knows, so it is not taken for a walk"
        #expect(
            trial.problems == [
                "4 58 \(fault) \(column)", "5 79 \(fault) \(column)",
                "6 the walk does not end after it begins; it is left out",
            ]
        )
        #expect(trial.report.outcome == .partly)
    }

    @Test("Pauses and rests are no time in motion")
    func pauses() throws {
        let t = Self.seven
        let trial = try DatabaseTrial(
            Self.lists + [
                Self.sessionsTable,
                """
                CREATE TABLE exercise_segments_table (parent_key INTEGER, segment_start_time INTEGER,
                segment_end_time INTEGER, segment_type INTEGER, repetitions_count INTEGER)
                """,
                "INSERT INTO exercise_segments_table VALUES (1, \(t), \(t + 60_000), 67, 0),"
                    + " (1, \(t + 90_000), \(t + 120_000), 66, 0), (1, \(t), \(t + 9000), 64, 0),"
                    + " (2, \(t + 700_000), \(t + 1_300_000), 67, 0),"
                    + " (3, \(t), \(t + 60_000), 67, 0)",
                Self.session(0, 600, "53"), Self.session(700, 600, "53"),
                Self.session(1400, 600, "53"),
            ]
        )
        #expect(trial.sink.declared.map(\.moving.count) == [510_000])
        #expect(trial.problems.count == 2)
        #expect(trial.problems.first?.hasPrefix("2 the pauses of the walk are as long") == true)
        #expect(trial.problems.last?.hasPrefix("3 the pauses of the walk lie outside") == true)
    }

    @Test(
        "Where a pause cannot be read, nobody knows how long a walk was",
        arguments: [
            "(1, 'x', \(HealthConnectTests.seven + 60_000), 67, 0)",
            "(1, \(HealthConnectTests.seven + 60_000), \(HealthConnectTests.seven), 67, 0)",
            "('x', \(HealthConnectTests.seven), \(HealthConnectTests.seven + 60_000), 66, 0)",
            "(1, \(HealthConnectTests.seven), \(HealthConnectTests.seven + 60_000), 'x', 0)",
        ]
    )
    func unreadablePauses(row: String) throws {
        let trial = try DatabaseTrial(
            Self.lists + [
                Self.sessionsTable,
                """
                CREATE TABLE exercise_segments_table (parent_key INTEGER, segment_start_time INTEGER,
                segment_end_time INTEGER, segment_type INTEGER, repetitions_count INTEGER)
                """,
                "INSERT INTO exercise_segments_table VALUES \(row)", Self.session(0, 600, "53"),
            ]
        )
        #expect(trial.sink.declared.isEmpty)
        #expect(trial.problems.count == 2)
        #expect(trial.problems.first?.contains("table \"exercise_segments_table\"") == true)
        #expect(trial.problems.last?.contains("may have had pauses") == true)
    }

    @Test("A pause that stands twice is one, and without its columns no walk is taken")
    func oddPauses() throws {
        let t = Self.seven
        let pause = "(1, \(t + 60_000), \(t + 120_000), 67)"
        func trial(_ columns: String, _ values: String) throws -> DatabaseTrial {
            try DatabaseTrial(
                Self.lists + [
                    Self.sessionsTable, "CREATE TABLE exercise_segments_table (\(columns))",
                    "INSERT INTO exercise_segments_table VALUES \(values)",
                    Self.session(0, 600, "53"),
                ]
            )
        }
        let columns = "parent_key, segment_start_time, segment_end_time, segment_type"
        let twice = try trial(columns, "\(pause), \(pause)")
        #expect(twice.sink.declared.map(\.moving.count) == [540_000])
        #expect(twice.problems.isEmpty)
        let lacking = try trial("parent_key, segment_type", "(1, 67)")
        #expect(lacking.sink.declared.isEmpty)
        #expect(lacking.problems.count == 1)
        #expect(lacking.problems.first?.contains("may have had pauses") == true)
    }

    @Test("Wrong cells are problems with row and column; no count is nothing")
    func wrongCells() throws {
        let trial = try DatabaseTrial(
            Self.lists + [
                Self.stepsTable,
                Self.steps(0, 60, "NULL", app: 1, device: "1"),
                Self.steps(0, 60, "'x'", app: 1, device: "1"),
                Self.steps(0, 60, "5", app: 77, device: "1"),
                "UPDATE steps_record_table SET end_time = NULL, count = 1 WHERE row_id = 1",
                Self.steps(-60, 30, "5", app: 2, device: "1"),
                Self.steps(0, 60, "-1", app: 1, device: "1"),
            ]
        )
        #expect(
            trial.problems == [
                "1 a missing value is no time in milliseconds since 1970 (column \"end_time\" of the"
                    + " table \"steps_record_table\")",
                "2 \"x\" is not a number of steps (column \"count\" of the table"
                    + " \"steps_record_table\")",
                "3 77 is no app that has a name (column \"app_info_id\" of the table"
                    + " \"steps_record_table\")",
            ]
        )
        #expect(trial.sink.steps.map(\.steps) == [5])
        #expect(trial.report.outcome == .partly)
    }

    @Test("An export without steps and walks is taken and says so")
    func empty() throws {
        let trial = try DatabaseTrial(Self.lists + [Self.stepsTable])
        #expect(trial.report.outcome == .taken)
        #expect(
            trial.problems
                == ["0 there are no step counts and no walks in this export of Health Connect"]
        )
    }
}
