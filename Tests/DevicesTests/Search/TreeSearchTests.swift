import Model
import Testing

@testable import Devices

@Suite("The search of a device's tree")
struct TreeSearchTests {
    private func search(
        _ tree: MemoryTree,
        shape: TreeSearch.Shape = .volume,
        rule: SearchRule = .everything,
        limits: SearchLimits = SearchLimits(),
        shouldStop: @escaping () -> Bool = { false }
    ) throws(DeviceError) -> SearchResult {
        try TreeSearch.run(
            tree,
            shape: shape,
            rule: rule,
            limits: limits,
            serial: "E5F1",
            shouldStop: shouldStop
        )
    }

    private func paths(_ result: SearchResult) -> [String] { result.files.map(\.key.path) }

    // MARK: - Where it looks

    @Test("A stick is searched breadth first, pictures and hidden folders left alone")
    func stick() throws {
        let tree = MemoryTree([
            "deep/er/c.csv", "b.GPX", "DCIM/100/a.gpx", ".Trash-1000/x.csv", "LOST.DIR/y.csv",
            "Android/data/app/z.csv", "Android/media/app/kept.csv", "deep/b.zip", "letter.docx",
            "System Volume Information/i.csv", "walks.csv.part", "._walks.csv",
        ])
        let result = try search(tree)
        #expect(
            paths(result) == ["b.GPX", "deep/b.zip", "deep/er/c.csv", "Android/media/app/kept.csv"]
        )
        #expect(result.notes == [] && result.isComplete && result.activityFiles == 0)
        let listed = Set(tree.listed)
        #expect(listed.isDisjoint(with: ["DCIM", ".Trash-1000", "LOST.DIR", "Android/data"]))
    }

    @Test("On a tracker only the folders that hold walks are listed, whatever their case")
    func tracker() throws {
        let tree = MemoryTree([
            "Garmin/gpx/Current.gpx", "Garmin/gpx/Archive/1.gpx", "Garmin/Courses/c.gpx",
            "Garmin/ACTIVITY/A1.FIT", "Garmin/ACTIVITY/A2.fit", "Garmin/Monitor/M1.FIT",
            "Documents/x.csv", "top.csv", "exports/steps.csv",
        ])
        let result = try search(tree)
        #expect(
            Set(paths(result)) == [
                "Garmin/gpx/Current.gpx", "Garmin/gpx/Archive/1.gpx", "exports/steps.csv",
            ]
        )
        #expect(result.activityFiles == 3)
        #expect(
            result.notes == ["3 FIT files, which are not read yet; export the activities as GPX"]
        )
        #expect(result.isComplete)
        #expect(!tree.listed.contains("Garmin/Courses") && !tree.listed.contains("Documents"))
        #expect(Set(tree.listed).count == tree.listed.count)
    }

    @Test("A file named as the tracker's folder makes no tracker")
    func garminFile() throws {
        #expect(paths(try search(MemoryTree(["GARMIN", "a/b.csv"]))) == ["a/b.csv"])
    }

    @Test("A tracker is known by its folder in any storage of an MTP device")
    func trackerStorages() throws {
        let tree = MemoryTree([
            "Primary/GARMIN/GPX/a.gpx", "Primary/Music/x.csv", "Card/Documents/y.csv",
        ])
        let result = try search(tree, shape: .storages, rule: .phone)
        #expect(paths(result) == ["Primary/GARMIN/GPX/a.gpx"])
        #expect(!tree.listed.contains("Card/Documents"))
    }

    @Test("On a phone the top and the folders for downloads and documents are searched")
    func phone() throws {
        let tree = MemoryTree([
            "Internal/top.csv", "Internal/Download/a.gpx", "Internal/Download/sub/b.csv",
            "Internal/Documents/c.zip", "Internal/Gadgetbridge/d.gpx", "Internal/Other/e.csv",
            "Internal/Gadgetbridge/Gadgetbridge.db",
        ])
        let result = try search(tree, shape: .storages, rule: .phone)
        #expect(
            Set(paths(result)) == [
                "Internal/top.csv", "Internal/Download/a.gpx", "Internal/Download/sub/b.csv",
                "Internal/Documents/c.zip", "Internal/Gadgetbridge/d.gpx",
                "Internal/Gadgetbridge/Gadgetbridge.db",
            ]
        )
        #expect(!tree.listed.contains("Internal/Other"))
    }

    // MARK: - Limits

    @Test("A folder beyond the depth is left out and told")
    func depth() throws {
        var limits = SearchLimits()
        limits.depth = 2
        let result = try search(MemoryTree(["a/b/in.csv", "a/b/c/out.csv"]), limits: limits)
        #expect(paths(result) == ["a/b/in.csv"])
        #expect(
            result.notes == [
                "a/b/c was not looked into for lying more than 2 folders deep;"
                    + " move exports nearer to the top"
            ]
        )
        #expect(!result.isComplete)
    }

    @Test("The search ends at its number of entries, and says so")
    func entries() throws {
        var limits = SearchLimits()
        limits.entries = 3
        let result = try search(MemoryTree(["1.csv", "2.csv", "3.csv", "4.csv"]), limits: limits)
        #expect(paths(result) == ["1.csv", "2.csv", "3.csv"])
        #expect(
            result.notes == [
                "the search ended after 3 files and folders; move exports into a folder near the top"
            ]
        )
    }

    @Test("The search ends at its number of files, and says so")
    func files() throws {
        var limits = SearchLimits()
        limits.files = 2
        let result = try search(MemoryTree(["1.csv", "a.txt", "2.csv", "3.csv"]), limits: limits)
        #expect(paths(result) == ["1.csv", "2.csv"])
        #expect(
            result.notes == [
                "only the first 2 new files are taken now;"
                    + " plug the device in again for the others"
            ]
        )
    }

    @Test("Known files are counted, not found, and leave room for as many new ones as ever")
    func knownFiles() throws {
        var limits = SearchLimits()
        limits.files = 2
        let tree = MemoryTree(["1.csv", "2.csv", "3.csv", "sub/4.csv"])
        let result = try TreeSearch.run(
            tree,
            shape: .volume,
            rule: .everything,
            limits: limits,
            serial: "E5F1",
            isKnown: { ["1.csv", "2.csv"].contains($0.path) }
        )
        #expect(paths(result) == ["3.csv", "sub/4.csv"])
        #expect(result.knownFiles == 2 && result.isComplete)
    }

    @Test("A folder that holds itself for ever ends at a limit")
    func endless() throws {
        var limits = SearchLimits()
        limits.entries = 2_000
        let result = try TreeSearch.run(
            EndlessTree(),
            shape: .volume,
            rule: .everything,
            limits: limits,
            serial: "E5F1"
        )
        // Every folder has four entries, one of which is a file.
        #expect(result.files.count == 500)
        #expect(!result.isComplete && result.notes.count == 1)
    }

    @Test("A file of exactly the greatest size is found, larger ones are one note")
    func size() throws {
        let tree = MemoryTree()
        tree.add("fits.csv", size: 2 << 30)
        tree.add("large.csv", size: (2 << 30) + 1)
        tree.add("larger.csv", size: .max)
        let result = try search(tree)
        #expect(paths(result) == ["fits.csv"])
        #expect(
            result.notes == [
                "large.csv and 1 more was left out for being larger than 2048 MiB;"
                    + " export a shorter stretch of time"
            ]
        )
    }

    // MARK: - Devices that fail

    @Test("A damaged folder is a note, and the others are searched")
    func damaged() throws {
        let tree = MemoryTree(["bad/a.csv", "good/b.csv"])
        tree.failures[["bad"]] = .damaged("its chain leads astray")
        let result = try search(tree)
        #expect(paths(result) == ["good/b.csv"])
        #expect(result.notes == ["the folder bad was left out: its chain leads astray"])
        #expect(!result.isComplete)
    }

    @Test("Many damaged folders are five notes and a number")
    func manyDamaged() throws {
        let tree = MemoryTree((0..<8).map { "bad\($0)/a.csv" })
        for number in 0..<8 { tree.failures[["bad\(number)"]] = .damaged("it is torn") }
        let notes = try search(tree).notes
        #expect(notes.count == 6)
        #expect(notes.last?.hasPrefix("3 more folders were left out") == true)
    }

    @Test("A top that cannot be listed ends the search")
    func damagedTop() {
        let tree = MemoryTree(["a.csv"])
        tree.failures[[]] = .damaged("no root")
        #expect(throws: DeviceError.damaged("no root")) { try search(tree) }
    }

    @Test("What concerns the whole device ends the search wherever it happens")
    func wholeDevice() {
        for failure in [DeviceError.gone, .busy(holder: "gvfs"), .timedOut("it is silent")] {
            let tree = MemoryTree(["a/b.csv"])
            tree.failures[["a"]] = failure
            #expect(throws: failure) { try search(tree) }
        }
    }

    @Test("A pulled mount that shows empty folders is gone, not empty")
    func pulledMount() {
        for count in 0...2 {
            let tree = MemoryTree(["a/b.csv", "c/d.csv"])
            tree.listingsUntilGone = count
            tree.hidesItsAbsence = true
            #expect(throws: DeviceError.gone) { try search(tree) }
        }
    }

    @Test("A device that shows no storage, as a locked phone does, says what to do")
    func noStorage() throws {
        let result = try search(MemoryTree(), shape: .storages, rule: .phone)
        #expect(result.files.isEmpty && !result.isComplete)
        #expect(
            result.notes == [
                "it shows no files; unlock it, choose file transfer on it and plug it in again"
            ]
        )
        #expect(try search(MemoryTree(), shape: .volume).notes == [])
        #expect(try search(MemoryTree(["Card/"]), shape: .storages, rule: .phone).notes == [])
    }

    @Test("An empty device that is there is empty and no error")
    func emptyDevice() throws {
        let tree = MemoryTree()
        #expect(try search(tree).files.isEmpty)
        #expect(tree.presenceChecks > 0)
    }

    @Test("The presence is asked for at the end of every search")
    func presence() throws {
        let tree = MemoryTree(["a.csv"])
        _ = try search(tree)
        #expect(tree.presenceChecks == 1)
    }

    @Test("A search that is to stop lists no further folder")
    func stopped() {
        let tree = MemoryTree(["a/b.csv", "c/d.csv"])
        #expect(throws: DeviceError.stopped) {
            try search(tree, shouldStop: { tree.listed.count == 2 })
        }
        #expect(tree.listed == ["", "a"])
    }

    // MARK: - Keys

    @Test("A key holds place, size and time")
    func keys() throws {
        let day = try #require(CivilDay(iso: "2026-11-21"))
        let tree = MemoryTree()
        tree.add(
            "a/w.csv",
            size: 7,
            modified: .wall(WallTime(day: day, millisecondOfDay: 25_323_000))
        )
        tree.add("a/i.csv", size: 8, modified: .instant(Instant(milliseconds: 1_795_262_400_000)))
        tree.add("a/n.csv", size: 9)
        let result = try TreeSearch.run(
            tree,
            shape: .volume,
            rule: .everything,
            serial: "E5F1",
            volume: "2"
        )
        let times = ["2026-11-21 25323000", "1795262400000", ""]
        let names = ["a/w.csv", "a/i.csv", "a/n.csv"]
        let expected = (0..<3).map {
            DeviceFileKey(
                serial: "E5F1",
                volume: "2",
                path: names[$0],
                size: Int64(7 + $0),
                time: times[$0]
            )
        }
        #expect(result.files.map(\.key) == expected)
        #expect(result.files.map(\.key.isProof) == [true, true, false])
    }

    @Test("Thousands of folders are all looked into, in their order")
    func manyFolders() throws {
        let files = (0..<3_000).map { "f\($0)/a.csv" }
        #expect(paths(try search(MemoryTree(files))) == files)
    }
}
