import Model
import Testing

@testable import Formats

@Suite struct CSVStrangersTests {
    @Test(
        arguments: [
            (
                "Aktivitetstyp;Datum;Favorit;Tid\nPromenad;1.4.2024;FALSE;0:45:20\n",
                "list of activities"
            ),
            ("Id,ActivityMinute,Calories\n1,4/12/2016 12:00:00 AM,0.78\n", "Fitabase"),
            (
                "TIMESTAMP,DEVICE_ID,USER_ID,RAW_INTENSITY,RAW_KIND,HEART_RATE\n1609840080,1,1,41,1,97\n",
                "Gadgetbridge"
            ),
            (
                "TimeStamp,axis1,axis2,axis3,steps\n2017-09-12T15:00:00Z,0,0,0,0\n",
                "ActiGraph data table without the ten lines before it"
            ),
            (
                "com.samsung.shealth.stress,6,1\nduration,start_time,score\n7,2026-05-03 12:32:00.000,101\n",
                "Samsung Health"
            ),
            (
                "Filename,Time,ENMO(mg)\nsample.cwa,2014-05-07 13:29:00,11.2\n",
                "OxWearables table without steps"
            ),
            (
                "#time,trackpoint_type,latitude\n2020-02-02T03:02:02+01:00,TRACKPOINT,3.1\n",
                "OpenTracks table without positions"
            ),
        ])
    func `a known layout that is not read is refused by its name`(text: String, name: String) throws
    {
        let trial = try CSVTrial(text, name: "steps.csv")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains(name), "\(trial.problems)")
        #expect(trial.problems[0].contains("docs/FORMATS.md tells what it reads"))
        #expect(trial.sink.steps.isEmpty)
    }

    @Test func `a maker's mark in the first line is enough`() {
        func name(_ text: String) -> String? {
            CSVStrangers.name(of: CSVHead(Array(text.utf8), isWhole: true))
        }
        #expect(
            name("com.samsung.shealth.sleep,1,2\na,b\n")
                == "a table of Samsung Health that is none of its steps"
        )
        #expect(name("Actiware Export File\na,b\n") == "an Actiwatch export")
        #expect(name("timestamp,steps\n") == nil)
        #expect(name("") == nil)
    }

    @Test func `a count with another unit is no stranger's`() throws {
        let trial = try CSVTrial("Date,Step Count\n2026-06-01,1200\n")
        #expect(trial.report.dialect == "generic")
        #expect(trial.report.outcome == .taken)
    }
}
