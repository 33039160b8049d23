import Glibc
import TestSupport
import Testing

/// Golden tests: what comes out of each file of `Samples/` stands beside it as `<name>.expected`,
/// and what comes out of all of them together in `fortnight.expected`.
///
/// With `AMBLE_RECORD=1` the expected files are written anew, to be read line by line before they
/// are committed.
struct SampleTests {
    /// The evening of the last day of the samples, in Oslo.
    private static let now = "2026-11-15T22:30:00+01:00"
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") {
            $0 + "/" + $1
        } + "/Samples"

    private static let fortnight = [
        "2026-11-14.csv", "date-order-undecidable.csv", "epoch-milliseconds-intervals.csv",
        "generic-minutes.csv", "mifit-local-minutes.csv", "pedometer-hours-hex-rows.csv",
        "raw_tracker_steps.csv",
        "slow-walk-prefixed-offset.gpx", "takeout-three-sources.csv", "walk-with-bench-stop.gpx",
    ]

    /// Every export among the samples; those of other apps are no part of the fortnight.
    private static let names = entries().filter { name in
        [".csv", ".db", ".gpx", ".json", ".tcx", ".xml"].contains { name.hasSuffix($0) }
    }

    @Test func `every part of the fortnight is among the samples`() {
        #expect(Set(Self.fortnight).isSubset(of: Self.names))
    }

    @Test(arguments: names)
    func `a sample gives what stands beside it`(name: String) throws {
        let home = try TestHome(now: Self.now)
        Self.drop(name, into: home)
        try compare(home, with: name + ".expected")
    }

    @Test func `all samples together give a fortnight`() throws {
        let home = try TestHome(now: Self.now)
        for name in Self.fortnight { Self.drop(name, into: home) }
        try compare(home, with: "fortnight.expected")
    }

    @Test func `all samples in one archive give what they give in a folder`() throws {
        // Of one the year is that in which it was written, which this archive does not say.
        let names = Self.names.filter { $0 != "garmin-steps-no-year.csv" }
        let loose = try TestHome(now: Self.now)
        for name in names { Self.drop(name, into: loose) }
        try loose.once()
        let packed = try TestHome(now: Self.now)
        let files = names.map { PackedFile($0, Program.bytes(Self.folder + "/" + $0)) }
        packed.drop("export.zip", ArchiveWriter.zip(files))
        try packed.once()
        #expect(try packed.derived() == loose.derived())
        let seen = try packed.run("amble", ["files"]).output
        for name in names { #expect(seen.contains("/export.zip/\(name)"), "\(name)") }
    }

    @Test func `the sample of a configuration has no mistake`() throws {
        let home = try TestHome(now: Self.now)
        TestHome.write(
            Program.bytes(Self.folder + "/amble.toml"),
            to: home.folder + "/amble.toml"
        )
        let check = try home.run("ambled", ["--check-config"])
        #expect(check.status == 0, "\(check.errors)")
    }

    @Test func `the sample of a plan has no mistake, and is the plan of its home`() throws {
        let home = try TestHome(now: Self.now)
        TestHome.write(
            Program.bytes(Self.folder + "/my-levels.toml"),
            to: home.folder + "/my-levels.toml"
        )
        TestHome.write(
            Array("[plan]\nfile = \"my-levels.toml\"\n".utf8),
            to: home.folder + "/amble.toml"
        )
        let check = try home.run("ambled", ["--check-config"])
        #expect(check.status == 0, "\(check.errors)")
        home.drop("diary.csv", "time,entry,value,note\n2026-11-15T08:00,plan,start,\n")
        try home.once()
        let today = try home.run("amble", ["days", "--json", "--from", "2026-11-15"]).output
        #expect(today.contains(#""targets":[{"minutes":6},{"minutes":6}]"#), "\(today)")
    }

    @Test func `a mistake in a plan is named with file and line`() throws {
        let home = try TestHome(now: Self.now)
        TestHome.write(Array("[[level]]\nwalks = [0]\n".utf8), to: home.folder + "/mine.toml")
        TestHome.write(
            Array("[plan]\nfile = \"mine.toml\"\n".utf8),
            to: home.folder + "/amble.toml"
        )
        let check = try home.run("ambled", ["--check-config"])
        #expect(check.status == 78)
        #expect(check.errors.hasPrefix("ambled: mine.toml:2:10: level 1 has a walk of 0 minutes"))
    }

    @Test func `the days of Google Fit add nothing to its quarters of an hour`() throws {
        let quarters = try TestHome(now: Self.now)
        Self.drop("2026-11-14.csv", into: quarters)
        try quarters.once()
        let both = try TestHome(now: Self.now)
        Self.drop("2026-11-14.csv", into: both)
        let steps = try Self.steps(of: "2026-11-14.csv")
        #expect(steps > 1000)
        both.drop(
            "Daily activity metrics.csv",
            "Date,Move Minutes count,Step count,Walking duration (ms)\n2026-11-14,85,\(steps),1\n"
        )
        try both.once()
        #expect(try both.run("amble", ["files"]).output.contains("google-fit-days"))
        // That the day is covered as a whole is all that the summary adds.
        let expected = try quarters.derived()
        #expect(expected.contains(#""coverage":"partial""#))
        let whole = expected.replacing(#""coverage":"partial""#, with: #""coverage":"recorded""#)
        #expect(try both.derived() == whole)
    }

    /// The sum of the steps of a Google Fit day.
    private static func steps(of name: String) throws -> Int {
        let rows = Program.text(folder + "/" + name).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(rows.first?.firstIndex(of: "Step count"))
        return rows.dropFirst().compactMap { Int($0[column]) }.reduce(0, +)
    }

    /// Drops a sample as if it had been written on the evening of the last day: a report without
    /// years is understood by that.
    private static func drop(_ name: String, into home: TestHome) {
        home.drop(name, Program.bytes(folder + "/" + name))
        let evening = timespec(tv_sec: 1_794_778_200, tv_nsec: 0)
        utimensat(AT_FDCWD, home.inbox + "/" + name, [evening, evening], 0)
    }

    private func compare(_ home: TestHome, with expected: String) throws {
        try home.once()
        let found = try Self.outcome(of: home)
        let path = Self.folder + "/" + expected
        if getenv("AMBLE_RECORD") != nil { TestHome.write(Array(found.utf8), to: path) }
        #expect(found == Program.text(path), "\(expected)")
    }

    /// The JSON Lines of files, days with data and walks, without what differs from run to run.
    private static func outcome(of home: TestHome) throws -> String {
        let files = try home.run("amble", ["files", "--json"]).output
        let days = try home.run("amble", ["days", "--json"]).output
        let walks = try home.run("amble", ["walks", "--json", "--tracks"]).output
        let recorded = days.split(separator: "\n").filter { !$0.contains(#""coverage":"none""#) }
        return files.replacing(home.inbox + "/", with: "")
            + recorded.map { $0 + "\n" }.joined() + walks
    }

    private static func entries() -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }
}

extension String {
    /// The text with one piece in the place of another.
    fileprivate func replacing(_ piece: String, with other: String) -> String {
        var rest = self[...]
        var text = ""
        while let range = rest.firstRange(of: piece) {
            text += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return text + rest
    }
}
