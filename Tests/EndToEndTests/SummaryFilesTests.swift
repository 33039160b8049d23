import Model
import TestSupport
import Testing

/// The files of one export that sum up its others add nothing to them.
struct SummaryFilesTests {
    /// A file as it is dropped.
    struct File {
        let name: String
        let text: String
    }

    /// A walk of twelve minutes and a shorter stretch from 07:30 in Oslo on 2026-10-20 on: 1270 steps.
    private static let minutes: [(minute: Int, steps: Int)] =
        (0..<12).map { ($0, 98 + $0 % 5) } + [(90, 33), (91, 40)]

    /// `HH:MM` so many minutes after 07:30, or after another time of day.
    private static func clock(_ minute: Int, from beginning: Int = 450) -> String {
        let time = beginning + minute
        return "\(padded(time / 60, to: 2)):\(padded(time % 60, to: 2))"
    }

    /// The steps and walks of the day.
    private func day(_ files: [File]) throws -> [String] {
        let home = try TestHome()
        for file in files {
            home.drop(file.name, file.text)
            let run = try home.once()
            #expect(run.status == 0, "\(file.name): \(run.errors)")
        }
        let line = try home.run(
            "amble",
            ["days", "--json", "--from", "2026-10-20", "--to", "2026-10-20"]
        ).output
        return line.split(separator: ",").map(String.init).filter { part in
            ["\"steps\":", "\"walkedMinutes\":", "\"minutes\":", "{\"start\"", "\"end\""].contains {
                part.contains($0)
            }
        }
    }

    // MARK: Samsung Health

    private static func samsungMinutes(_ devices: [String]) -> File {
        let rows = minutes.flatMap { minute, steps in
            devices.map { device in
                let start = "2026-10-20 \(clock(minute, from: 330)):00.000"
                let end = "2026-10-20 \(clock(minute + 1, from: 330)):00.000"
                return "\(start),\(end),\(steps),UTC+0200,\(device),\n"
            }
        }
        return File(
            name: "com.samsung.shealth.tracker.pedometer_step_count.1.csv",
            text: "com.samsung.shealth.tracker.pedometer_step_count,1,2\n"
                + "start_time,end_time,count,time_offset,deviceuuid\n" + rows.joined()
        )
    }

    /// 1792454400000 is the midnight in UTC that stands for 2026-10-20.
    private static func samsungTrend(_ rows: String) -> File {
        File(
            name: "com.samsung.shealth.step_daily_trend.1.csv",
            text:
                "com.samsung.shealth.step_daily_trend,1,2\nsource_type,count,deviceuuid,day_time\n"
                + rows
        )
    }

    @Test func `days of Samsung Health add only what its minutes lack`() throws {
        let minutes = Self.samsungMinutes(["phone", "watch"])
        let alone = try day([minutes])
        #expect(alone.contains("\"steps\":1270"), "\(alone)")
        #expect(try day([Self.samsungMinutes(["watch"])]) == alone)
        let merged = "-2,1270,all,1792454400000,\n0,1200,phone,1792454400000,\n"
        #expect(try day([minutes, Self.samsungTrend(merged)]) == alone)
        #expect(try day([Self.samsungTrend(merged), minutes]) == alone)
        // The sum of both devices, as a version without -2 writes it, one by one.
        let single = "0,1270,phone,1792454400000,\n1,1270,watch,1792454400000,\n"
        #expect(try day([minutes, Self.samsungTrend(single)]) == alone)
        let more = "-2,1300,all,1792454400000,\n"
        let both = try day([minutes, Self.samsungTrend(more)])
        #expect(both.contains("\"steps\":1300"), "\(both)")
    }

    // MARK: Mi Fit

    @Test func `days and stretches of Mi Fit add nothing to its minutes`() throws {
        let rows = Self.minutes.map { "2026-10-20,\(Self.clock($0.minute)),\($0.steps)\n" }
        let minutes = File(
            name: "ACTIVITY_MINUTE_1.csv",
            text: "date,time,steps\n" + rows.joined()
        )
        let stretches = File(
            name: "ACTIVITY_STAGE_1.csv",
            text: "date,start,stop,distance,calories,steps\n2026-10-20,07:30,07:42,800,50,1197\n"
                + "2026-10-20,09:00,09:02,50,3,73\n"
        )
        let days = File(
            name: "ACTIVITY_1.csv",
            text: "date,steps,distance,runDistance,calories\n2026-10-20,1270,850,0,53\n"
        )
        let alone = try day([minutes])
        #expect(alone.contains("\"steps\":1270"), "\(alone)")
        #expect(try day([minutes, stretches, days]) == alone)
        #expect(try day([days, stretches, minutes]) == alone)
        let coarse = try day([stretches, days])
        #expect(coarse.contains("\"steps\":1270"), "\(coarse)")
    }

    // MARK: Withings

    @Test func `days and activities of Withings add nothing to its samples`() throws {
        let rows = Self.minutes.map {
            "2026-10-20T\(Self.clock($0.minute)):00+02:00,[60],[\($0.steps)]\n"
        }
        let raw = File(
            name: "raw_tracker_steps.csv",
            text: "start,duration,value\n" + rows.joined()
        )
        let days = File(name: "aggregates_steps.csv", text: "date,value\n2026-10-20,1270\n")
        let activities = File(
            name: "activities.csv",
            text: "from,to,from (manual),to (manual),Timezone,Activity type,Data,GPS,Modified\n"
                + "2026-10-20T07:30:00+02:00,2026-10-20T07:42:00+02:00,,,Europe/Oslo,Walking,"
                + "\"{\"\"steps\"\":1197}\",,\n"
        )
        let alone = try day([raw])
        #expect(alone.contains("\"steps\":1270"), "\(alone)")
        #expect(try day([raw, days]) == alone)
        let all = try day([activities, days, raw])
        #expect(all.contains("\"steps\":1270"), "\(all)")
        #expect(all.filter { $0.contains("\"start\"") }.count == 1, "\(all)")
    }

    // MARK: Mi Fitness

    @Test func `several Sid of Mi Fitness and their daily report are one person's steps`() throws {
        func records(_ sids: [String]) -> File {
            let rows = Self.minutes.flatMap { minute, steps in
                sids.enumerated().map { place, sid in
                    // 1792474200 is 07:30 in Oslo.
                    let time = 1_792_474_200 + minute * 60
                    return "7,\(sid),steps,\(time),\"{\"\"steps\"\":\(steps - place)}\",1\n"
                }
            }
            return File(
                name: "7_hlth_center_fitness_data.csv",
                text: "Uid,Sid,Key,Time,Value,UpdateTime\n" + rows.joined()
            )
        }
        let report = File(
            name: "7_hlth_center_aggregated_fitness_data.csv",
            text: "Uid,Sid,Tag,Key,Time,Value,UpdateTime\n"
                + "7,hlth.gen,daily_report,steps,1792447200,\"{\"\"steps\"\":1270}\",1\n"
        )
        let alone = try day([records(["845001"])])
        #expect(alone.contains("\"steps\":1270"), "\(alone)")
        #expect(try day([records(["845001", "hlth.gen", "xiaomisports_app"])]) == alone)
        #expect(try day([report, records(["845001", "hlth.gen"])]) == alone)
    }
}
