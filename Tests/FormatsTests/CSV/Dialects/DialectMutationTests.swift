import Model
import TestSupport
import Testing

@testable import Formats

/// Damaged exports of every dialect: nothing traps, and what is given makes sense by itself.
@Suite struct DialectMutationTests {
    private static let texts = [
        "Activities\nDate,Calories Burned,Steps,Distance,Activity Calories\n\"2026-11-01\",\"2,836\",\"12,071\",\"8.94\",\"9\"\n\nSleep\nStart Time,End Time,Minutes Asleep,Minutes Awake\n\"2026-11-01 11:12PM\",\"2026-11-02 7:03AM\",\"4\",\"5\"\n",
        "Date,Move Minutes count,Step count\n2025-01-29,51,3952\n2025-01-30,,\n",
        "Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Tid,Skritt,Tid i bevegelse,Medgått tid\nGåtur,2026-10-20 15:05:08,false,\"a, \"\"b\"\"\",\"3,41\",\"00:42:36.5\",\"4.224\",\"00:40:11\",\"00:47:02\"\n",
        "Date,Actual,Goal\nNov 23,13771,10000\nNov 24,9483,10000\n",
        "Id,ActivityHour,StepTotal\n7,4/12/2016 11:00:00 PM,\"1,373\"\n7,4/13/2016 1:00:00 AM,12.0\n",
        "Id,ActivityDate,TotalSteps\n7,4/13/2016,13162\n",
        "exercise_start,exercise_end,activity_name,tracker_total_steps\n2026-10-05T12:54:29Z,2026-10-05T13:14:29Z,Outdoor Walk,2034\n",
        "sourceName,type,unit,startDate,endDate,value\nW,StepCount,count,2020-12-31 17:08:11 -0500,2020-12-31 17:13:02 -0500,312\n",
        "Date,Step Count (count)\n2026-06-01 00:00:00 +0200,9000\n2026-06-02 00:00:00 +0200,120\n",
        "Type,Start,End,Duration,Step Count (count)\nWalking,2026-04-06 16:32,2026-04-06 18:35,02:02:45,11034\n",
        "--- Data File Created By ActiGraph X ActiLife v6 date format M/d/yyyy Filter Normal ---\nSerial Number: CLE1\nStart Time 09:00:00\nStart Date 8/26/2025\nEpoch Period (hh:mm:ss) 00:00:15\nDownload Date 9/3/2025\nBattery Voltage: 4.03     Mode = 13\n--------------------------------------------------\n0,1,2,3\n4,5,6,7\n",
        "--- Data Table File Created By ActiGraph X date format d/M/yyyy ---\nStart Time 09:00:00\nStart Date 26/8/2025\nEpoch Period (hh:mm:ss) 00:01:00\n----------\nDate, Time, Axis1,Steps\n26/8/2025,09:00:00,0,3\n26/8/2025,09:01:00,0,4\n",
        "Time;DataCount;Interval (s);ActivityCode;CumulativeStepCount\n45658,5;0;10,0;0;0\n45658,5001157407;100;1,1;2;1\n45658,5001284722;111;1,E0;2;2\n",
        "Filename,Time,Steps\na.cwa,2025-05-07 13:29:00,12.4\na.cwa,2025-05-07 13:30:00,nan\n",
        "Filename,StartTime,Duration(mins),Steps\na.cwa,2025-05-07 13:29:00,1.5,120.0\n",
        "Name,Sport,Date,Start time,Duration,\nK,WALKING,29-08-2026,07:15:00,00:42:10,\nSample rate,Time,HR (bpm),Speed (km/h),Cadence,X,Y,\n1,00:00:00,85,,,,,\n",
        "Activity ID,Activity Date,Activity Type,Elapsed Time,Elapsed Time,Moving Time,Total Steps\n1,\"May 9, 2023, 10:09:29 AM\",Walk,3600,3600.0,3480.0,6112.0\n",
        "#time,trackpoint_type,latitude,longitude,altitude\n\"2026-02-02T03:02:02+01:00\",\"SEGMENT_START_MANUAL\",,,\n\"2026-02-02T03:02:03+01:00\",\"TRACKPOINT\",3.1,14.0,1020.2\n",
        "INDEX,TAG,DATE,TIME,LATITUDE N/S,LONGITUDE E/W,HEIGHT,SPEED,HEADING,VOX\n68\0\0\0\0,T,250404,063510,31.765973N,035.206901E,821\0\0,0\0,0,\0\0\n",
        "timestamp,running_counter,walk_steps,run_steps\n1747644000000,17,5210,344\n1747644060000,18,5290,344\n",
        "Datum;Uhrzeit;Schritte\n21.11.2026;07:02;84\n21.11.2026;07:03;90\n",
        "com.samsung.shealth.tracker.pedometer_step_count,1,2\nstart_time,end_time,count,time_offset,deviceuuid\n2026-05-03 12:32:00.000,2026-05-03 12:33:00.000,101,UTC-0500,x,\n",
        "com.samsung.shealth.step_daily_trend,1,2\nsource_type,count,deviceuuid,day_time\n0,4000,p,1779753600000,\n-2,7012,a,1779753600000,\n",
        "date,start,stop,distance,calories,steps\n2020-08-28,10:17,10:37,128,4,186\n2020-08-28,23:50,00:10,300,6,434\n",
        "von,bis,\"from (manual)\",\"to (manual)\",Timezone,\"Activity type\",Data,GPS,Modified\n2021-05-01T10:00:00+02:00,2021-05-01T10:30:00+02:00,,,Europe/Berlin,Gehen,\"{\"\"steps\"\":2034}\",,\n",
        "Uid,Sid,Key,Time,Value,UpdateTime\n7,845001,steps,1609840080,\"{\"\"time\"\":1609840080,\"\"steps\"\":104}\",1\n",
        "Uid,Sid,Key,Time,Category,Value,UpdateTime\n7,1,x,1609840080,walking,\"{\"\"start_time\"\":1609840080,\"\"end_time\"\":1609841400,\"\"duration\"\":1200,\"\"steps\"\":2100}\",1\n",
        "TIMESTAMP,DEVICE_ID,USER_ID,RAW_INTENSITY,STEPS,RAW_KIND,HEART_RATE\n1609840080,1,1,41,104,1,97\n1609840140,1,1,-1,-1,-1,255\n",
    ]

    @Test(arguments: texts.indices)
    func `a damaged file is understood, in part or refused, and never traps`(index: Int) throws {
        var generator = SeededGenerator(seed: UInt64(index) + 1)
        let text = Array(Self.texts[index].utf8)
        #expect(try CSVTrial(MemoryBytes(text)).report.outcome == .taken)
        for _ in 0..<300 {
            var bytes = text
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                Self.damage(&bytes, using: &generator)
            }
            let trial = try CSVTrial(MemoryBytes(bytes))
            if trial.report.outcome == .partly || trial.report.outcome == .refused {
                #expect(!trial.report.problems.isEmpty)
            }
            for walk in trial.sink.declared where walk.start < walk.end {
                #expect(walk.moving.count >= 0)
                #expect(walk.moving.count <= walk.start.milliseconds(to: walk.end))
            }
            #expect(trial.sink.steps.allSatisfy { $0.steps >= 0 })
        }
    }

    private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &generator)
        let signs = Array("09,;\"\n\r-:./ \u{00FF}x".utf8)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = signs.randomElement(using: &generator) ?? 0
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default: bytes.insert(contentsOf: bytes.suffix(from: place).prefix(20), at: place)
        }
    }
}
