import Model
import TestSupport
import Testing

@testable import Formats

struct AppleHealthDocumentTests {
    private static let type = "HKQuantityTypeIdentifierStepCount"

    static func export(_ records: String, type: String = "") -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(type)<HealthData locale=\"nb_NO\">\n"
            + "\(records)\n</HealthData>\n"
    }

    private func record(
        _ value: String,
        start: String = "2026-11-02 08:00:11 +0100",
        end: String = "2026-11-02 08:10:02 +0100",
        source: String = "K’s iPhone",
        more: String = ""
    ) -> String {
        "<Record type=\"\(Self.type)\" sourceName=\"\(source)\" \(more) unit=\"count\""
            + " startDate=\"\(start)\" endDate=\"\(end)\" value=\"\(value)\"/>"
    }

    @Test func `a record of steps is an interval of its source, at the offset it says`() throws {
        let trial = try ReadingTrial(Self.export(record("812")))
        #expect(trial.report.dialect == "apple-health")
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems.isEmpty)
        #expect(
            trial.steps == ["2026-11-02T07:00:11Z/2026-11-02T07:10:02Z 812 K’s iPhone 3"]
        )
        #expect(trial.report.zone == "each time says its own")
    }

    @Test func `offsets east and west, with half hours, give their instants`() throws {
        let trial = try ReadingTrial(
            Self.export(
                record("1", start: "2020-12-31 17:08:11 -0500", end: "2020-12-31 17:09:11 -0500")
                    + record(
                        "2",
                        start: "2021-01-01 03:38:11 +0530",
                        end: "2021-01-01 03:39:11 +0530"
                    )
            )
        )
        #expect(
            trial.steps == [
                "2020-12-31T22:08:11Z/2020-12-31T22:09:11Z 1 K’s iPhone 3",
                "2020-12-31T22:08:11Z/2020-12-31T22:09:11Z 2 K’s iPhone 3",
            ]
        )
    }

    @Test func `phone and watch are told by their names, else by the device`() throws {
        let device = "device=\"&lt;&lt;HKDevice: 0x2&gt;, name:Apple Watch, hardware:Watch6,2&gt;\""
        let trial = try ReadingTrial(
            Self.export(
                record("1") + record("2", source: " K’s Apple\u{A0}Watch ")
                    + record("3", source: "Uhr", more: device)
                    + record("4", source: "Health Sync")
                    + record(
                        "5",
                        source: "Telefon",
                        more: "device=\"name:iPhone, hardware:iPhone11,8\""
                    )
            )
        )
        #expect(
            trial.sink.sources.map(\.name)
                == ["K’s iPhone", "K’s Apple\u{A0}Watch", "Uhr", "Health Sync", "Telefon"]
        )
        #expect(trial.sink.sources.map(\.kind) == [.phone, .watch, .watch, .unknown, .phone])
        #expect(trial.sink.sources.allSatisfy { $0.omitsZeros })
    }

    @Test func `records of other types are nothing, whatever is in them`() throws {
        let trial = try ReadingTrial(
            Self.export(
                "<Record type=\"HKQuantityTypeIdentifierHeartRate\" value=\"x\" startDate=\"?\">"
                    + "<MetadataEntry key=\"a\" value=\"b\"/></Record>"
                    + "<ActivitySummary/><ClinicalRecord/>" + record("7")
            )
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.steps.map(\.steps) == [7])
    }

    @Test func `a record inside a correlation stands outside of it again`() throws {
        let trial = try ReadingTrial(
            Self.export("<Correlation>\(record("7"))</Correlation>\(record("7"))")
        )
        #expect(trial.sink.steps.count == 1)
    }

    @Test(arguments: [
        ("12.5", "is not a whole number of steps"), ("-3", "is not a whole number of steps"),
        ("", "is not a whole number of steps"), ("NaN", "is not a whole number of steps"),
        ("9999999999", "is not a whole number of steps"),
    ])
    func `a value that is no count is a problem at its line`(value: String, words: String) throws {
        let trial = try ReadingTrial(Self.export(record("1") + "\n " + record(value)))
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems.count == 1)
        #expect(trial.problems.first?.hasPrefix("4:2 ") == true)
        #expect(trial.problems.first?.contains(words) == true, "\(trial.problems)")
        #expect(trial.sink.steps.count == 1)
    }

    @Test(arguments: [
        "2026-11-02 08:00:11", "2026-11-02T08:00:11+01:00", "2026-02-30 08:00:11 +0100",
        "2026-11-02 24:00:11 +0100", "2026-11-02 08:00:11 +2600", "02/11/2026 08:00", "",
    ])
    func `a time in another form is a problem and never guessed`(time: String) throws {
        let trial = try ReadingTrial(Self.export(record("1", start: time)))
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains("(startDate)") == true, "\(trial.problems)")
        #expect(trial.sink.steps.isEmpty)
    }

    @Test func `another unit and a missing source are problems`() throws {
        let trial = try ReadingTrial(
            Self.export(
                "<Record type=\"\(Self.type)\" sourceName=\"a\" unit=\"km\" value=\"1\"/>"
                    + "<Record type=\"\(Self.type)\" unit=\"count\" value=\"1\""
                    + " startDate=\"2026-11-02 08:00:11 +0100\""
                    + " endDate=\"2026-11-02 08:00:12 +0100\"/>"
            )
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.count == 2)
    }

    @Test func `a file that breaks off is taken up to there`() throws {
        let whole = Self.export(record("5") + "\n" + record("6"))
        let trial = try ReadingTrial(String(whole.dropLast(30)))
        #expect(trial.report.outcome == .partly)
        #expect(trial.report.endsEarly)
        #expect(trial.sink.steps.map(\.steps) == [5])
    }

    @Test func `an export without steps and walks is taken, and says so`() throws {
        let trial = try ReadingTrial(Self.export("<Me/>"))
        #expect(trial.report.outcome == .taken)
        #expect(
            trial.problems == [
                "0:0 there are no step counts and no walks in this export of Apple Health"
            ]
        )
    }

    @Test func `control characters in a name cost nothing but themselves`() throws {
        let records = record("5", source: "a\u{B}b") + record("6") + record("1\u{1}7")
        let trial = try ReadingTrial(
            Self.export(records, type: "<!DOCTYPE HealthData [\n]>\n")
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.sink.sources.map(\.name) == ["a b", "K’s iPhone"])
        #expect(trial.sink.steps.map(\.steps) == [5, 6])
        #expect(trial.problems.count == 1)
    }

    @Test func `reads of any size give the same`() throws {
        let text = Self.export((0..<50).map { record("\($0)") }.joined(separator: "\n"))
        let whole = try ReadingTrial(text)
        let pieces = try ReadingTrial(text, source: { PatchyBytes($0, largest: 7, seed: 3) })
        #expect(pieces.steps == whole.steps)
        #expect(whole.steps.count == 50)
    }
}

struct AppleWorkoutTests {
    private func workout(
        _ type: String,
        duration: String = "duration=\"31.45\" durationUnit=\"min\"",
        end: String = "2026-11-02 18:31:27 +0100"
    ) -> String {
        AppleHealthDocumentTests.export(
            "<Workout workoutActivityType=\"\(type)\" \(duration) sourceName=\"Watch\""
                + " startDate=\"2026-11-02 18:00:00 +0100\" endDate=\"\(end)\">"
                + "<WorkoutEvent type=\"HKWorkoutEventTypePause\"/></Workout>"
        )
    }

    @Test(arguments: ["HKWorkoutActivityTypeWalking", "HKWorkoutActivityTypeHiking"])
    func `a walk is declared, and its duration is the time in motion`(type: String) throws {
        let trial = try ReadingTrial(
            workout(type, duration: "duration=\"25.5\" durationUnit=\"min\"")
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.walks == ["2026-11-02T17:00Z/2026-11-02T17:31:27Z 1530000 - Watch"])
    }

    @Test func `a duration that was not rounded is held at the time of the walk`() throws {
        let trial = try ReadingTrial(
            workout(
                "HKWorkoutActivityTypeWalking",
                duration: "duration=\"31.4599999\" durationUnit=\"min\""
            )
        )
        #expect(trial.sink.declared.map(\.moving.count) == [1_887_000])
    }

    @Test func `without a duration all of it is motion, and seconds and hours are known`() throws {
        let type = "HKWorkoutActivityTypeWalking"
        let lengths = [
            ("", 1_887_000), ("duration=\"90.5\" durationUnit=\"s\"", 90_500),
            ("duration=\"0.25\" durationUnit=\"hr\"", 900_000),
        ]
        for (duration, expected) in lengths {
            let trial = try ReadingTrial(workout(type, duration: duration))
            #expect(trial.sink.declared.map(\.moving.count) == [Int64(expected)])
        }
    }

    @Test(arguments: [
        "duration=\"40\" durationUnit=\"min\"", "duration=\"-1\" durationUnit=\"min\"",
        "duration=\"x\" durationUnit=\"min\"", "duration=\"3\" durationUnit=\"fortnights\"",
        "duration=\"3\"",
    ])
    func `a duration that cannot be is a problem`(duration: String) throws {
        let trial = try ReadingTrial(workout("HKWorkoutActivityTypeWalking", duration: duration))
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains("(duration)") == true)
    }

    @Test func `a walk that ends before it begins is a problem`() throws {
        let trial = try ReadingTrial(
            workout(
                "HKWorkoutActivityTypeWalking",
                duration: "",
                end: "2026-11-02 17:00:00 +0100"
            )
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.sink.declared.isEmpty)
    }

    @Test(arguments: ["Running", "Cycling", "WheelchairWalkPace", "Other", "Yoga"])
    func `other sports are no walks and no problem`(sport: String) throws {
        let trial = try ReadingTrial(workout("HKWorkoutActivityType" + sport))
        #expect(trial.report.outcome == .taken)
        #expect(trial.sink.declared.isEmpty)
    }

    @Test(arguments: ["HKWorkoutActivityTypeWalkingBackwards", "Walking", "3", ""])
    func `an unknown type is a problem and never a walk by guess`(type: String) throws {
        let trial = try ReadingTrial(workout(type))
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems.first?.contains("not taken for a walk") == true)
        #expect(trial.sink.declared.isEmpty)
    }
}

struct AppleDocumentTypeTests {
    private static let record =
        "<Record type=\"HKQuantityTypeIdentifierStepCount\" sourceName=\"a\" unit=\"count\""
        + " startDate=\"2026-11-02 08:00:00 +0100\" endDate=\"2026-11-02 08:01:00 +0100\""
        + " value=\"60\"/>"

    private static func type(_ more: String = "") -> String {
        """
        <!DOCTYPE HealthData [
        <!-- HealthKit Export Version: 14 -->
        <!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
        <!ATTLIST HealthData
          locale CDATA #REQUIRED
        >
        \(more)<!ELEMENT Record ((MetadataEntry)*)>
        ]>

        """
    }

    @Test func `the declarations of an export are accepted`() throws {
        let trial = try ReadingTrial(
            AppleHealthDocumentTests.export(Self.record, type: Self.type())
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.steps == ["2026-11-02T07:00Z/2026-11-02T07:01Z 60 a 11"])
    }

    @Test func `an attribute list that iOS forgot to end costs nothing, and places stay`() throws {
        let broken = "<!ATTLIST VisionPrescription\n  type CDATA #REQUIRED\n"
        let text = AppleHealthDocumentTests.export(
            Self.record + "\n<Record type=\"HKQuantityTypeIdentifierStepCount\" unit=\"mi\"/>",
            type: Self.type(broken)
        )
        let trial = try ReadingTrial(text)
        #expect(trial.report.outcome == .partly)
        #expect(trial.steps == ["2026-11-02T07:00Z/2026-11-02T07:01Z 60 a 13"])
        #expect(trial.problems.first?.hasPrefix("14:1 ") == true)
    }

    @Test(arguments: [
        "<!ENTITY a \"b\">", "<!ENTITY % a \"b\">",
        "<!ATTLIST VisionPrescription\n<!ENTITY a \"b\">",
    ])
    func `entities are refused, in broken declarations too`(entity: String) throws {
        let trial = try ReadingTrial(
            AppleHealthDocumentTests.export(Self.record, type: Self.type(entity))
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.sink.steps.isEmpty)
    }
}
