import Glibc
import Model
import TestSupport
import Testing

/// The same data in any pieces, order, name and number, by any way in, gives the same bytes.
struct ImportOrderTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `pieces, order, names and repetition change nothing`(seed: UInt64) throws {
        var exports = InventedExports(seed: seed)
        let day = CivilDay(iso: "2026-10-20") ?? CivilDay(daysSinceEpoch: 0)
        let minutes = exports.minutes(from: day, days: 12)
        let track = InventedExports.gpx(
            from: Instant(seconds: Int64(day.daysSinceEpoch) * 86_400 + 130_000),
            seconds: 1500
        )

        let whole = try TestHome()
        whole.drop("all.csv", InventedExports.csv(minutes))
        whole.drop("walk.gpx", track)
        #expect(try whole.once().status == 0)
        let expected = try whole.derived()
        #expect(expected.contains("\"walks\":[{"))

        let pieces = try TestHome()
        var generator = SeededGenerator(seed: seed &* 31)
        for (index, piece) in Self.cut(minutes, using: &generator).enumerated() {
            pieces.drop("piece \(index)-\(seed).csv", InventedExports.csv(piece))
            if index % 3 == 0 { try pieces.once() }
            if index % 4 == 0 { pieces.drop("again-\(index).csv", InventedExports.csv(piece)) }
        }
        TestHome.write(Array(track.utf8), to: pieces.folder + "/another name.gpx")
        let imported = try pieces.run("amble", ["import", pieces.folder + "/another name.gpx"])
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(try pieces.once().status == 0)
        #expect(try pieces.derived() == expected)
        #expect(try pieces.run("amble", ["rebuild"]).status == 0)
        #expect(try pieces.derived() == expected)
    }

    @Test func `the daemon at work and a command give the same as one clean run`() throws {
        var exports = InventedExports(seed: 99)
        let day = CivilDay(iso: "2026-11-10") ?? CivilDay(daysSinceEpoch: 0)
        let text = InventedExports.csv(exports.minutes(from: day, days: 5))
        let clean = try TestHome()
        clean.drop("a.csv", text)
        try clean.once()

        let home = try TestHome()
        let daemon = try home.start("ambled", [])
        #expect(eventually { access(home.state + "/amble.db", F_OK) == 0 })
        TestHome.write(Array(text.utf8), to: home.folder + "/elsewhere.csv")
        let imported = try home.run("amble", ["import", home.folder + "/elsewhere.csv"])
        #expect(imported.status == 0, "\(imported.errors)")
        let expected = try clean.derived()
        #expect(eventually { (try? home.derived()) == expected })
        daemon.send(SIGTERM)
        #expect(daemon.finish().status == 0)
    }

    /// The minutes in shuffled, overlapping pieces.
    private static func cut(
        _ minutes: [InventedExports.MinuteSteps],
        using generator: inout SeededGenerator
    ) -> [[InventedExports.MinuteSteps]] {
        var pieces: [[InventedExports.MinuteSteps]] = []
        var start = 0
        while start < minutes.count {
            let end = min(minutes.count, start + Int.random(in: 20...200, using: &generator))
            let from = max(0, start - Int.random(in: 0...30, using: &generator))
            pieces.append(minutes[from..<end].shuffled(using: &generator))
            start = end
        }
        return pieces.shuffled(using: &generator)
    }
}
