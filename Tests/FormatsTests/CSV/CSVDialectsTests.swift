import Model
import Testing

@testable import Formats

@Suite struct CSVDialectsTests {
    @Test(
        arguments: [
            (
                "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Steps\nWalking,2020-01-21 15:10:04,false,x,4.55,202,00:55:26,\"6,114\"\n",
                "Garmin Connect list"
            ),
            (
                "Aktivitetstyp;Datum;Favorit;Namn;Tid\nPromenad;1.4.2024;FALSE;x;0:45:20\n",
                "Garmin Connect list"
            ),
            ("Date,Actual,Goal\nFeb 12,13771,10000\n", "Garmin Connect report"),
            (
                "Activities\nDate,Calories Burned,Steps,Distance,Floors\n\"2019-12-01\",\"1,836\",\"0\",\"0\",\"0\"\n",
                "Fitbit account export"
            ),
            ("Id,ActivityMinute,Steps\n1,4/12/2016 12:00:00 AM,0\n", "Fitabase"),
            ("Date,Move Minutes count,Step count\n2025-01-29,51,3952\n", "Google Fit"),
            (
                "sourceName,sourceVersion,device,type,unit,creationDate,startDate,endDate,value\nx,1,,StepCount,count,2020-12-31 17:19:06 -0500,2020-12-31 17:08:11 -0500,2020-12-31 17:13:02 -0500,312\n",
                "Apple Health"
            ),
            (
                "Date/Time,Active Energy (kcal),Step Count (steps),\n2025-09-02 08:01:00,4.1,102,\n",
                "Health Auto Export"
            ),
            ("Date,Step Count (count)\n2026-06-01 00:00:00 -0600,12\n", "Health Auto Export"),
            ("date,steps,distance,runDistance,calories\n2020-08-28,3650,2555,183,79\n", "Mi Fit"),
            (
                "date,start,stop,distance,calories,steps\n2020-08-28,10:17,10:37,128,4,186\n",
                "Mi Fit"
            ),
            (
                "TIMESTAMP,DEVICE_ID,USER_ID,RAW_INTENSITY,STEPS,RAW_KIND,HEART_RATE\n1609840080,1,1,41,104,1,97\n",
                "Gadgetbridge"
            ),
            (
                "Kato,,\n\nDate,Total Steps,Aerobic Steps,Steps 12AM\n5/14/2009,3268,2898,20\n",
                "Omron"
            ),
            (
                "----- Data Table File Created By ActiGraph Link -----\nTimeStamp,axis1,axis2,axis3,steps\n2017-09-12T15:00:00Z,0,0,0,0\n",
                "ActiGraph"
            ),
            (
                "com.samsung.shealth.tracker.pedometer_step_count,6,1\nduration,start_time,count\n7,2026-05-03 12:32:00.000,101\n",
                "Samsung Health"
            ),
            (
                "Filename,Time,Steps,ENMO(mg)\nsample.cwa,2014-05-07 13:29:00,0.0,11.2\n",
                "OxWearables"
            ),
            (
                "#time,trackpoint_type,latitude\n2020-02-02T03:02:02+01:00,TRACKPOINT,3.1\n",
                "OpenTracks"
            ),
            (
                "Uid,Sid,Key,Time,Value,UpdateTime\n1,a,steps,1609840080,\"{}\",1609840080\n",
                "Mi Fitness"
            ),
            ("date,value\n2020-03-22,611\n", "Withings"),
            ("Time,Activity,Steps,Metabolic equivalent\n10:00,1,5,2\n", "Polar"),
        ])
    func `a known layout that is not read is refused by its name`(text: String, name: String) throws
    {
        let trial = try CSVTrial(text, name: "steps.csv")
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
        #expect(trial.problems.count == 1)
        #expect(trial.problems[0].contains(name), "\(trial.problems)")
        #expect(trial.problems[0].contains("it reads"))
        #expect(trial.sink.steps.isEmpty)
    }

    @Test(
        arguments: [
            "Just a letter to a friend.\nIt has two lines.\n",
            "[{\"dateTime\":\"09/26/26 20:16:00\"}]",
            "name,price\napple,1\n", "1,2\n3,4\n", ",,,\n,,,\n", "\n\n\n", "steps\n5\n",
        ])
    func `what is no table of steps is refused and quoted`(text: String) throws {
        let trial = try CSVTrial(text)
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.dialect == nil)
        #expect(trial.problems[0].contains("no header of a known export"))
    }

    @Test(arguments: [
        [], [0x1F, 0x8B, 0x08, 0x00, 0x00], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0],
    ])
    func `what is no text is refused`(bytes: [UInt8]) throws {
        let trial = try CSVTrial(MemoryBytes(bytes))
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.problems.count == 1)
    }

    @Test func `names of dialects differ and titles are there`() {
        let all = CSVDialects.all + [.generic]
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(all.allSatisfy { !$0.title.isEmpty })
    }

    @Test func `the longest list of words wins`() throws {
        // The words of Google Fit's day, with those of a generic table among them.
        let text = "Start time,End time,Step count\n00:00:00.000Z,00:15:00.000Z,7\n"
        #expect(try CSVTrial(text, name: "2025-01-31.csv").report.dialect == "google-fit")
        let generic = "Start time,End time,Step count\n2025-01-31T00:00Z,2025-01-31T00:15Z,7\n"
        #expect(try CSVTrial(generic, name: "2025-01-31.csv").report.dialect == "generic")
    }
}
