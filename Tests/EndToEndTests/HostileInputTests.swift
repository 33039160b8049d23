import Glibc
import Model
import TestSupport
import Testing

/// Bad input of every kind is refused with its reason while the good file beside it is taken.
struct HostileInputTests {
    @Test func `rubbish is refused by name and reason, and the good file beside it is taken`()
        throws
    {
        let home = try TestHome()
        for (name, bytes) in Self.rubbish() { home.drop(name, bytes) }
        home.drop("good.csv", Self.good)
        mkfifo(home.inbox + "/pipe.csv", 0o600)
        mkdir(home.inbox + "/folder.csv", 0o700)
        symlink("/etc/passwd", home.inbox + "/link.csv")
        let run = try home.once()
        #expect(run.status == 65, "\(run.errors)")
        let files = try home.run("amble", ["files", "--json"]).output
        for (name, _) in Self.rubbish() {
            let line = files.split(separator: "\n").first { $0.contains("/\(name)\"") }
            #expect(line?.contains("\"outcome\":\"refused\"") == true, "\(name): \(line ?? "-")")
            #expect(line?.contains("\"message\":\"") == true, "\(name): \(line ?? "-")")
        }
        let good = files.split(separator: "\n").first { $0.contains("good.csv") }
        #expect(good?.contains("\"outcome\":\"taken\"") == true, "\(files)")
        #expect(!files.contains("pipe.csv") && !files.contains("link.csv"))
        let day = try home.run(
            "amble",
            ["days", "--json", "--from", "2026-11-20", "--to", "2026-11-20"]
        )
        #expect(day.output.contains("\"steps\":1000"), "\(day.output)")
    }

    @Test func `a line of 100 MB and files that break off cost no memory and spoil nothing`() throws
    {
        let home = try TestHome()
        let header = Array("timestamp,steps\n".utf8)
        home.drop("line.csv", header + [UInt8](repeating: 0x61, count: 100 << 20))
        home.drop("cut.csv", String(Self.good.dropLast(5)))
        let track = InventedExports.gpx(from: Instant(seconds: 1_795_000_000), seconds: 600)
        home.drop("cut.gpx", String(track.dropLast(200)))
        home.drop("good.csv", Self.good)
        let run = try home.once()
        #expect(run.status == 65, "\(run.errors)")
        #expect((1..<512).contains(run.peakMebibytes), "\(run.peakMebibytes)")
        let files = try home.run("amble", ["files", "--json"]).output.split(separator: "\n")
        let outcomes = [
            "line.csv": "refused", "cut.csv": "partly", "cut.gpx": "partly", "good.csv": "taken",
        ]
        for (name, outcome) in outcomes {
            let line = files.first { $0.contains("/\(name)\"") }
            #expect(line?.contains("\"outcome\":\"\(outcome)\"") == true, "\(line ?? "-")")
        }
    }

    @Test func `odd numbers and years spoil their row and no other`() throws {
        let home = try TestHome()
        home.drop(
            "odd.csv",
            """
            timestamp,steps
            2026-11-20T10:00:00Z,100
            2026-11-20T10:01:00Z,-1
            2026-11-20T10:02:00Z,NaN
            2026-11-20T10:03:00Z,1e300
            2026-11-20T10:04:00Z,99999
            1970-01-01T00:00:00Z,100
            2099-01-01T00:00:00Z,100
            2026-11-20T10:05:00Z,100

            """
        )
        #expect(try home.once().status == 65)
        let files = try home.run("amble", ["files", "--json"]).output
        #expect(files.contains("\"outcome\":\"partly\""), "\(files)")
        for line in [5, 6, 7, 8] { #expect(files.contains("\"line\":\(line),"), "\(files)") }
        for line in [3, 4, 2, 9] { #expect(!files.contains("\"line\":\(line),"), "\(files)") }
        let day = try home.run(
            "amble",
            ["days", "--json", "--from", "2026-11-20", "--to", "2026-11-20"]
        )
        #expect(day.output.contains("\"steps\":200"), "\(day.output)")
    }

    @Test func `names with newlines and broken UTF-8 are taken and shown safely`() throws {
        let home = try TestHome()
        let odd: [UInt8] = Array((home.inbox + "/a\n").utf8) + [0xFF, 0xFE] + Array(".csv".utf8)
        let path = odd.map { CChar(bitPattern: $0) } + [0]
        if let file = fopen(path, "wb") {
            let bytes = Array(Self.good.utf8)
            fwrite(bytes, 1, bytes.count, file)
            fclose(file)
        }
        #expect(try home.once().status == 0)
        let files = try home.run("amble", ["files", "--json"])
        #expect(files.output.contains("\\n\u{FFFD}\u{FFFD}.csv"), "\(files.output)")
        let table = try home.run("amble", ["files"])
        #expect(!table.output.contains("a\n\u{FFFD}"), "\(table.output)")
    }

    /// A thousand steps in ten minutes of one morning.
    private static let good =
        "timestamp,steps\n"
        + (0..<10).map { "2026-11-20T09:0\($0):00Z,100\n" }.joined()

    private static func rubbish() -> [(String, [UInt8])] {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa">\
            <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><gpx><trk><name>&b;</name></trk></gpx>
            """
        var generator = SeededGenerator(seed: 3)
        return [
            ("empty.csv", []),
            ("binary.csv", (0..<9000).map { _ in UInt8.random(in: 0...255, using: &generator) }),
            (
                "line.csv",
                Array("timestamp,steps\n".utf8) + [UInt8](repeating: 0x61, count: 4 << 20)
            ),
            ("columns.csv", Array(Array("a,".utf8).repeated(1_000_000))),
            ("bomb.gpx", Array(bomb.utf8)),
            ("page.gpx", Array("<!DOCTYPE html><html><body>Please log in</body></html>".utf8)),
            ("letter.csv", Array("Dear all,\nsee you on Monday.\n".utf8)),
            ("ambiguous.csv", Array("date,steps\n03/04/2026 10:00,5\n".utf8)),
        ]
    }
}

extension Array {
    /// The elements so many times over.
    fileprivate func repeated(_ count: Int) -> [Element] {
        (0..<count).flatMap { _ in self }
    }
}
