import LinuxSystem
import Model
import Scoring
import TestSupport
import Testing

@testable import Daemon

/// The situation of a person whose home is a temporary folder.
private func situation(
    _ home: FilePath,
    now: String? = nil,
    zone: String = "Europe/Oslo",
    _ variables: [String: String] = [:]
) -> LaunchSituation {
    LaunchSituation(
        home: home,
        current: home,
        now: now,
        systemZone: zone,
        variable: { variables[$0].map { FilePath($0) } }
    )
}

/// The household of a person with this configuration.
private func household(_ text: String, zone: String = "Europe/Oslo") throws -> Household {
    try withTemporaryFolder { home in
        try write(text, to: home.appending("amble.toml"))
        return try Household.load(
            flags: Flags(config: "amble.toml"),
            in: situation(home, zone: zone)
        )
    }
}

/// Why a household cannot be loaded.
private func failure(
    _ text: String?,
    flags: Flags = Flags(config: "amble.toml"),
    now: String? = nil,
    zone: String = "Europe/Oslo"
) throws -> Failure? {
    try withTemporaryFolder { home in
        if let text { try write(text, to: home.appending("amble.toml")) }
        do throws(Failure) {
            _ = try Household.load(flags: flags, in: situation(home, now: now, zone: zone))
            return nil
        } catch {
            return error
        }
    }
}

struct HouseholdTests {
    private func instant(_ text: String) throws -> Instant {
        try #require(Instant(rfc3339: text))
    }

    @Test func `without any file the defaults hold`() throws {
        try withTemporaryFolder { home in
            let household = try Household.load(flags: Flags(), in: situation(home))
            #expect(household.configuration == Configuration())
            #expect(household.goalMinutes == 90)
            #expect(household.zones.first.name == "Europe/Oslo")
            #expect(household.ranks.isEmpty)
            #expect(household.sourceZones.isEmpty)
            #expect(household.folders.map(\.path) == [home.appending("Walks")])
        }
    }

    @Test func `what lies in the state folder has the names of the documentation`() throws {
        try withTemporaryFolder { home in
            let household = try Household.load(flags: Flags(state: "/s"), in: situation(home))
            #expect(household.stateFolder.shown == "/s")
            #expect(household.databasePath.shown == "/s/amble.db")
            #expect(household.summaryLogPath.shown == "/s/summary.log")
            #expect(household.summaryJSONPath.shown == "/s/summary.jsonl")
            #expect(household.lockPath.shown == "/s/ambled.lock")
            #expect(household.requestsFolder.shown == "/s/requests")
        }
    }

    @Test func `the clock is the machine's, unless a time is given`() throws {
        #expect(try Household.clock("2026-11-21T12:00:00Z").milliseconds() == 1_795_262_400_000)
        let before = WallClock.system.milliseconds()
        for nothing in [nil, ""] {
            let now = try Household.clock(nothing).milliseconds()
            #expect((before...before + 600_000).contains(now))
        }
    }

    @Test func `a time that is none is a mistake of the command`() throws {
        let failure = try failure("", now: "yesterday")
        #expect(failure?.code == .usage)
        #expect(failure?.description.contains("AMBLE_NOW = \"yesterday\"") == true)
    }

    @Test func `the configured zone wins over the system's`() throws {
        #expect(try household("", zone: "Asia/Tokyo").zones.first.name == "Asia/Tokyo")
        let text = "time-zone = \"America/New_York\""
        #expect(try household(text, zone: "Asia/Tokyo").zones.first.name == "America/New_York")
        #expect(try household(text, zone: "No/Where").zones.first.name == "America/New_York")
    }

    @Test func `a traveller's days are those of where they lived`() throws {
        let zones = try household(
            """
            time-zone = "Europe/Oslo"
            [[zone]]
            from = "2026-09-01"
            name = "Europe/Oslo"
            [[zone]]
            from = "2026-06-01"
            name = "Asia/Tokyo"
            """
        ).zones
        #expect(zones.moves.map(\.zone.name) == ["Asia/Tokyo", "Europe/Oslo"])
        let may = try #require(CivilDay(iso: "2026-05-01"))
        let june = try #require(CivilDay(iso: "2026-06-02"))
        let autumn = try #require(CivilDay(iso: "2026-10-01"))
        #expect(try zones.start(of: may) == instant("2026-05-01T00:00:00+02:00"))
        #expect(try zones.start(of: june) == instant("2026-06-02T00:00:00+09:00"))
        #expect(try zones.start(of: autumn) == instant("2026-10-01T00:00:00+02:00"))
    }

    @Test func `a zone without a file is a failure, not another zone`() throws {
        let failure = try failure("", zone: "No/Where")
        #expect(failure?.code == .configuration)
        #expect(failure?.description.hasPrefix("the time zone \"No/Where\" is not") == true)
    }

    @Test func `ranks and zones of sources are known by name`() throws {
        let household = try household(
            "[source.\"Fitbit Air\"]\nrank = 1\ntime-zone = \"Asia/Tokyo\"\n[source.x]\n"
        )
        #expect(household.ranks == ["Fitbit Air": 1])
        #expect(household.sourceZones.mapValues(\.name) == ["Fitbit Air": "Asia/Tokyo"])
    }

    @Test func `every mistake of the configuration stands on a line`() throws {
        let failure = try failure("goal-minutes = 0\ntime-zone = \"Olso\"\nx = 1\n")
        #expect(failure?.code == .configuration)
        let lines = failure?.description.split(separator: "\n") ?? []
        #expect(lines.count == 3)
        #expect(
            lines.first
                == "amble.toml:1:16: goal-minutes = 0 is out of range; it goes from 1 to 600"
        )
        #expect(
            lines.dropFirst().first?.hasPrefix("amble.toml:2:13: time-zone = \"Olso\" is not")
                == true
        )
        #expect(lines.last?.hasPrefix("amble.toml:3:1: \"x\" is not a known key") == true)
    }

    @Test func `the plan of the configuration is read with it, and anew each time`() throws {
        try withTemporaryFolder { home in
            try write("[plan]\nfile = \"mine.toml\"\n", to: home.appending("amble.toml"))
            for minutes in [7, 9] {
                try write("[[level]]\nwalks = [\(minutes)]", to: home.appending("mine.toml"))
                let household = try Household.load(
                    flags: Flags(config: "amble.toml"),
                    in: situation(home)
                )
                #expect(household.plan.levels.map(\.walks) == [[AskedWalk(minutes)]])
            }
            try write("[[level]]\n", to: home.appending("mine.toml"))
            let failure = #expect(throws: Failure.self) {
                try Household.load(flags: Flags(config: "amble.toml"), in: situation(home))
            }
            #expect(failure?.code == .configuration)
            #expect(failure?.description.hasPrefix("mine.toml:1:1: level 1 asks") == true)
        }
        #expect(try household("").plan == .builtIn)
    }

    @Test func `a file that was asked for must be there and be a file`() throws {
        let missing = try failure(nil)
        #expect(missing?.code == .noInput)
        #expect(missing?.description.contains("/amble.toml: No such file") == true)
        #expect(try failure(nil, flags: Flags(config: "/tmp"))?.code == .noInput)
        let long = try failure(String(repeating: "#\n", count: 1_100_000))
        #expect(long?.code == .configuration)
        #expect(try failure(String(repeating: "#\n", count: 600_000))?.code == .configuration)
    }

    @Test func `the inbox is not the state folder, but may lie in it`() throws {
        #expect(try failure("", flags: Flags(state: "/s", inbox: "/s"))?.code == .configuration)
        #expect(try failure("", flags: Flags(state: "/s/t", inbox: "/s"))?.code == .configuration)
        #expect(try failure("", flags: Flags(state: "/s", inbox: "/s/inbox")) == nil)
        let flat = "[[folder]]\npath = \"/s\"\nrecursive = false"
        let flags = Flags(state: "/s/t", config: "amble.toml", inbox: "/s")
        #expect(try failure(flat, flags: flags) == nil)
    }

    @Test func `a file belongs to the innermost folder around it`() throws {
        let household = try household(
            "[[folder]]\npath = \"/data\"\n[[folder]]\npath = \"/data/anna\"\nperson = \"anna\""
        )
        #expect(household.folder(of: FilePath("/data/a.csv"))?.person == "me")
        #expect(household.folder(of: FilePath("/data/anna/a.csv"))?.person == "anna")
        #expect(household.folder(of: FilePath("/elsewhere/a.csv")) == nil)
    }

    @Test func `folders are made for their owner alone, a chosen inbox is not`() throws {
        try withTemporaryFolder { home in
            let household = try Household.load(flags: Flags(state: "a/b"), in: situation(home))
            try household.makeFolders()
            try household.makeFolders()
            for folder in [household.stateFolder, household.inbox] {
                let status = try FileStatus.of(folder)
                #expect(status.kind == .folder)
                #expect(status.mode == 0o700)
            }
            let chosen = try Household.load(flags: Flags(inbox: "in"), in: situation(home))
            try chosen.makeFolders()
            #expect(!File.exists(chosen.inbox))
        }
    }

    @Test func `a folder that cannot be made says why`() throws {
        try withTemporaryFolder { home in
            try write("", to: home.appending("file"))
            let household = try Household.load(flags: Flags(state: "file"), in: situation(home))
            #expect(throws: Failure.self) { try household.makeFolders() }
            do throws(Failure) {
                try household.makeFolders()
            } catch {
                #expect(error.code == .cannotCreate)
            }
        }
    }

    @Test func `this very process can load`() throws {
        try withTemporaryFolder { folder in
            try write("", to: folder.appending("c.toml"))
            let flags = Flags(
                state: folder.shown,
                config: folder.appending("c.toml").shown,
                inbox: "/i"
            )
            let household = try Household.load(flags: flags)
            #expect(household.stateFolder == folder)
        }
    }
}

struct HouseholdZonesTests {
    private let base = """
        time-zone = "Europe/Oslo"
        [[zone]]
        from = "2026-06-01"
        name = "Asia/Tokyo"
        [source.b]
        rank = 2
        [source.a]
        rank = 1
        time-zone = "UTC"
        """

    @Test func `the fingerprint knows what changes a derivation`() throws {
        let base = try household(base).derivationFingerprint
        for (old, new) in [
            ("Oslo", "Berlin"), ("Asia/Tokyo", "Asia/Seoul"), ("06-01", "06-02"),
            ("rank = 2", "rank = 3"), ("source.a", "source.c"), ("\"UTC\"", "\"Asia/Tokyo\""),
        ] {
            let changed = self.base.replacing(old, with: new)
            #expect(try household(changed).derivationFingerprint != base, "\(new)")
        }
    }

    @Test func `the fingerprint passes over what changes nothing`() throws {
        let turned = """
            goal-minutes = 30
            time-zone = "Europe/Oslo"
            source.a.time-zone = "UTC"
            source.a.rank = 1
            source.b.rank = 2
            source.z = {}
            zone = [{name = "Asia/Tokyo", from = 2026-06-01}]
            [[folder]]
            path = "/data"
            """
        #expect(
            try household(turned).derivationFingerprint == household(base).derivationFingerprint
        )
        #expect(
            try household("", zone: "Asia/Tokyo").derivationFingerprint
                == household("time-zone = \"Asia/Tokyo\"").derivationFingerprint
        )
    }

    @Test func `the fingerprint is text with a line for each thing`() throws {
        let lines = try household(base).derivationFingerprint.split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.first?.hasPrefix("home Europe/Oslo ") == true)
        #expect(lines[1].hasPrefix("from 2026-06-01 Asia/Tokyo "))
        #expect(lines[2].hasPrefix("zone \"a\" UTC "))
        #expect(lines[3...] == ["rank \"a\" 1", "rank \"b\" 2"])
    }
}
