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
