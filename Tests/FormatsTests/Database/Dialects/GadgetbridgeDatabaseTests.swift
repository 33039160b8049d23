import Model
import TestSupport
import Testing

@testable import Formats

@Suite("Databases of Gadgetbridge")
struct GadgetbridgeDatabaseTests {
    /// 2026-11-20T07:00:00Z.
    private static let seven: Int64 = 1_795_158_000

    private static let devices = [
        """
        CREATE TABLE "DEVICE" ("_id" INTEGER PRIMARY KEY ,"NAME" TEXT NOT NULL ,
        "MANUFACTURER" TEXT NOT NULL ,"IDENTIFIER" TEXT NOT NULL UNIQUE ,"TYPE" INTEGER NOT NULL ,
        "TYPE_NAME" TEXT NOT NULL ,"MODEL" TEXT,"ALIAS" TEXT,"PARENT_FOLDER" TEXT)
        """,
        """
        INSERT INTO "DEVICE" VALUES (1,'Smart Band 7','Xiaomi','C0:00:00:00:00:01',1,'B',NULL,NULL,''),
        (2,'Smart Band 7','Xiaomi','C0:00:00:00:00:02',1,'B',NULL,' My band ',''),
        (3,'Instinct','Garmin','C0:00:00:00:00:03',1,'B',NULL,'','')
        """,
    ]

    /// A table as Gadgetbridge makes it, and its rows.
    private static func table(
        _ name: String,
        _ rows: String,
        more columns: String = "",
        key: String = ""
    ) -> [String] {
        [
            """
            CREATE TABLE "\(name)" ("TIMESTAMP" INTEGER  NOT NULL ,"DEVICE_ID" INTEGER  NOT NULL ,
            "USER_ID" INTEGER NOT NULL ,"STEPS" INTEGER NOT NULL \(columns),
            PRIMARY KEY ("TIMESTAMP" ,"DEVICE_ID" \(key)) ON CONFLICT REPLACE) WITHOUT ROWID
            """,
            "INSERT INTO \"\(name)\" VALUES \(rows)",
        ]
    }

    private static func read(
        _ tables: [String],
        zone: String = "Europe/Oslo"
    ) throws -> DatabaseTrial {
        try DatabaseTrial(devices + tables, zone: zone)
    }

    @Test("Minutes are read with the device's name, and -1 is nothing")
    func minutes() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table(
                "XIAOMI_ACTIVITY_SAMPLE",
                "(\(t),1,1,84),(\(t + 60),1,1,-1),(\(t + 120),1,1,0),(\(t + 60),2,1,90)"
            )
        )
        #expect(trial.report.dialect == "gadgetbridge")
        #expect(trial.report.outcome == .taken)
        #expect(
            trial.steps == [
                "2026-11-20T07:00Z/2026-11-20T07:01Z 84 Smart Band 7 1",
                "2026-11-20T07:01Z/2026-11-20T07:02Z 90 My band 3",
                "2026-11-20T07:02Z/2026-11-20T07:03Z 0 Smart Band 7 4",
            ]
        )
        #expect(trial.sources == ["Smart Band 7: watch", "My band: watch"])
        #expect(trial.report.encoding == "UTF-8, SQLite")
        #expect(
            trial.report.columns.contains {
                $0.name == "XIAOMI_ACTIVITY_SAMPLE STEPS" && $0.meaning == "steps of a minute"
            }
        )
    }

    @Test("Of two devices of one name each gets its address, and one that is not listed its number")
    func names() throws {
        let trial = try DatabaseTrial(
            [Self.devices[0]] + [
                "INSERT INTO DEVICE VALUES (1,'Band','x','A1',1,'B',NULL,NULL,''),"
                    + "(2,'Band','x','A2',1,'B',NULL,NULL,'')"
            ]
                + Self.table(
                    "MI_BAND_ACTIVITY_SAMPLE",
                    "(\(Self.seven),1,1,5),(\(Self.seven),2,1,6),(\(Self.seven),9,1,7)"
                )
        )
        #expect(trial.sink.sources.map(\.name) == ["Band (A1)", "Band (A2)", "gadgetbridge 9"])
    }

    @Test("Looks at the pulse between the minutes are no minutes")
    func pulse() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table("MI_BAND_ACTIVITY_SAMPLE", "(\(t),1,1,84),(\(t + 7),1,1,0)")
        )
        #expect(trial.steps == ["2026-11-20T07:00Z/2026-11-20T07:01Z 84 Smart Band 7 1"])
        #expect(trial.report.outcome == .taken)
    }

    @Test("A row of Huawei is as long as it says, and its mark of the end is passed over")
    func spans() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table(
                "HUAWEI_ACTIVITY_SAMPLE",
                "(\(t),1,1,70,\(t + 60)),(\(t + 60),1,1,70,\(t)),(\(t + 90),1,1,-1,\(t + 150))",
                more: ",\"OTHER_TIMESTAMP\" INTEGER NOT NULL",
                key: ",\"OTHER_TIMESTAMP\""
            )
        )
        #expect(trial.steps == ["2026-11-20T07:00Z/2026-11-20T07:01Z 70 Smart Band 7 1"])
    }

    @Test("A row of Withings is as long as it says")
    func durations() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table(
                "WITHINGS_STEEL_HRACTIVITY_SAMPLE",
                "(\(t),1,1,150,180),(\(t + 200),1,1,0,0),(\(t + 300),1,1,9,-5)",
                more: ",\"DURATION\" INTEGER NOT NULL"
            )
        )
        #expect(trial.steps == ["2026-11-20T07:00Z/2026-11-20T07:03Z 150 Smart Band 7 1"])
        #expect(
            trial.problems == [
                "3 -5 is no length in seconds (column \"DURATION\" of the table"
                    + " \"WITHINGS_STEEL_HRACTIVITY_SAMPLE\")"
            ]
        )
        #expect(trial.report.outcome == .partly)
    }

    @Test("What Garmin counts since midnight gives differences, and begins anew with the day")
    func counters() throws {
        // Midnight in Oslo is 23:00 in UTC.
        let midnight: Int64 = 1_795_129_200
        let counts: [(after: Int64, count: Int)] = [
            (-120, 9000), (-60, 9100), (0, 9150), (60, 20), (120, -1), (180, 100),
        ]
        let rows = counts.map { "(\(midnight + $0.after),3,1,\($0.count))" }
        let trial = try Self.read(
            Self.table("GARMIN_ACTIVITY_SAMPLE", rows.joined(separator: ","))
        )
        #expect(
            trial.steps == [
                "2026-11-19T22:58Z/2026-11-19T22:59Z 100 Instinct 2",
                "2026-11-19T22:59Z/2026-11-19T23:00Z 50 Instinct 3",
                "2026-11-19T23:00Z/2026-11-19T23:01Z 20 Instinct 4",
                "2026-11-19T23:01Z/2026-11-19T23:03Z 80 Instinct 6",
            ]
        )
        #expect(trial.report.outcome == .taken)
    }

    @Test("A count that falls for a while counts only what exceeds the highest before")
    func dips() throws {
        let t = Self.seven
        let whole = try Self.read(
            Self.table(
                "GARMIN_ACTIVITY_SAMPLE",
                "(\(t),3,1,3200),(\(t + 60),3,1,3010),(\(t + 120),3,1,3090),(\(t + 180),3,1,3290)"
            )
        )
        #expect(whole.steps == ["2026-11-20T07:02Z/2026-11-20T07:03Z 90 Instinct 4"])
        #expect(whole.report.outcome == .taken)
        let lost = try Self.read(
            Self.table(
                "GARMIN_ACTIVITY_SAMPLE",
                "(\(t),3,1,3200),(\(t + 60),3,1,3300),(\(t + 120),3,1,10),(\(t + 180),3,1,90)"
            )
        )
        #expect(lost.steps == ["2026-11-20T07:00Z/2026-11-20T07:01Z 100 Instinct 2"])
        #expect(
            lost.problems == [
                "3 the count of \"Instinct\" falls from 3300 to 10 within a day and does not come up"
                    + " again; the steps of the rest of that day are not taken (column \"STEPS\" of"
                    + " the table \"GARMIN_ACTIVITY_SAMPLE\")"
            ]
        )
        #expect(lost.report.outcome == .partly)
    }

    @Test("A watch whose midnight is another's is never counted twice")
    func travel() throws {
        // At home in Oslo the day ends at 23:00 UTC; the watch goes on counting.
        let midnight: Int64 = 1_795_129_200
        let trial = try Self.read(
            Self.table(
                "CMF_ACTIVITY_SAMPLE",
                "(\(midnight - 60),1,1,8000),(\(midnight + 60),1,1,8040),(\(midnight + 120),1,1,8100)"
            )
        )
        #expect(trial.sink.steps.map(\.steps) == [40, 60])
    }

    @Test("Several people in one database are refused with their number")
    func people() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table(
                "XIAOMI_ACTIVITY_SAMPLE",
                "(\(t),1,1,84),(\(t + 60),1,2,3),(\(t + 90),1,3,0)"
            )
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == "gadgetbridge")
        #expect(trial.problems.first?.hasPrefix("0 the database has the steps of 2 people") == true)
    }

    @Test("A table of which nobody knows what it counts is named, and no reading comes of it")
    func unknownTables() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table("PINE_TIME_ACTIVITY_SAMPLE", "(\(t),1,1,0),(\(t + 60),1,1,900)")
                + Self.table("COLMI_ACTIVITY_SAMPLE", "(\(t),1,1,0)")
                + Self.table("XIAOMI_ACTIVITY_SAMPLE", "(\(t),1,1,7)")
        )
        #expect(trial.sink.steps.count == 1)
        #expect(trial.report.outcome == .partly)
        #expect(
            trial.problems == [
                "2 the table \"PINE_TIME_ACTIVITY_SAMPLE\" is not read: of this device nobody has"
                    + " established how long the time is that its steps were counted in"
            ]
        )
        let alone = try Self.read(Self.table("PINE_TIME_ACTIVITY_SAMPLE", "(\(t),1,1,900)"))
        #expect(alone.report.outcome == .refused)
    }

    @Test("Sums of days, whose steps stand in another table, are passed over without a word")
    func summaries() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table("XIAOMI_DAILY_SUMMARY_SAMPLE", "(\(t * 1000),1,1,9000)")
                + Self.table("XIAOMI_ACTIVITY_SAMPLE", "(\(t),1,1,7)")
        )
        #expect(trial.sink.steps.map(\.steps) == [7])
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems.isEmpty)
    }

    @Test("Wrong cells are problems with row and column, and cost their row")
    func wrongCells() throws {
        let t = Self.seven
        let trial = try Self.read(
            Self.table(
                "XIAOMI_ACTIVITY_SAMPLE",
                "(\(t),1,1,'many'),(\(t + 60),1,1,-7),(\(t + 120),1,1,2.5),(\(t + 180),1,1,12.0),"
                    + "(\(t * 1000),1,1,5)"
            )
        )
        #expect(trial.sink.steps.map(\.steps) == [12])
        let column = "(column \"STEPS\" of the table \"XIAOMI_ACTIVITY_SAMPLE\")"
        #expect(
            trial.problems == [
                "1 \"many\" is not a number of steps \(column)",
                "2 -7 is not a number of steps \(column)",
                "3 2.5 is not a number of steps \(column)",
                "5 1795158000000 is no time in seconds since 1970 (column \"TIMESTAMP\" of the table"
                    + " \"XIAOMI_ACTIVITY_SAMPLE\")",
            ]
        )
    }

    @Test("A database without steps is taken and says so")
    func empty() throws {
        let trial = try Self.read(
            Self.table("XIAOMI_ACTIVITY_SAMPLE", "(\(Self.seven),1,1,-1)")
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems == ["0 there are no steps in this database of Gadgetbridge"])
    }
}
