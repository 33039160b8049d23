import Model
import TestSupport
import Testing

@testable import Sessions

struct ReceiptWriterTests {
    private func receipt(_ scene: Scene) -> DayReceipt? {
        scene.derivation.receipt(of: Scene.date, from: scene.observations)
    }

    private func withFiles(_ scene: Scene) -> Scene {
        var scene = scene
        scene.observations.files = [
            FileReference(name: "b.csv", sha256: "bb"), FileReference(name: "a.csv", sha256: "aa"),
        ]
        return scene
    }

    @Test func `a walk and the rest of the day name file and lines`() {
        var scene = withFiles(.watch(times(10, 100) + times(20, 0) + [30, 5], from: "10:00"))
        scene.add([2], from: at("23:00"), source: 0)
        let entries = receipt(scene)?.entries ?? []
        #expect(entries.count == 2)
        #expect(entries[0].walk == scene.walks.first)
        #expect(entries[0].minutes == Milliseconds(600_000))
        #expect(entries[0].steps == Steps(1000))
        #expect(
            entries[0].winners == [
                DayReceipt.Evidence(
                    source: "watch",
                    file: scene.observations.files[0],
                    firstLine: 2,
                    lastLine: 11,
                    isTrack: false
                )
            ]
        )
        #expect(entries[0].losers.isEmpty)
        #expect(entries[1].walk == nil)
        #expect(entries[1].steps == Steps(37))
        #expect(entries[1].minutes == Milliseconds(37 * 600))
        #expect(entries[1].winners.map(\.firstLine) == [12])
        #expect(entries[1].winners.map(\.lastLine) == [34])
    }

    @Test func `of equal records the file with the least hash is named`() {
        var scene = withFiles(.watch(times(10, 100), from: "10:00"))
        scene.add(times(10, 100), from: at("10:00"), source: 0, file: 1)
        #expect(receipt(scene)?.entries.first?.winners.map(\.file.sha256) == ["aa"])
        // A larger value wins over a smaller hash.
        scene.observations.steps = []
        scene.add(times(10, 100), from: at("10:00"), source: 0, file: 1)
        scene.add(times(10, 101), from: at("10:00"), source: 0, file: 0)
        #expect(receipt(scene)?.entries.first?.winners.map(\.file.sha256) == ["bb"])
    }

    @Test func `losers say why`() {
        var scene = withFiles(.watch(times(11, 100), from: "10:00"))
        let phone = scene.source("phone", .phone)
        scene.add(times(11, 90), from: at("10:00"), source: phone)
        let band = scene.source("band", .watch)
        scene.add(times(11, 3), from: at("10:00"), source: band)
        scene.add([9999], from: at("10:02"), source: phone, file: 1)
        let hours = scene.source("hours", .unknown)
        scene.add([1000], from: at("10:00"), every: 60, source: hours, file: 1)
        let reasons = receipt(scene)?.entries.first?.losers.map {
            ($0.evidence.source, $0.evidence.file.name, $0.reason)
        }
        let expected: [(String, String, DayReceipt.Reason)] = [
            ("band", "b.csv", .notWorn), ("hours", "a.csv", .finerRecord),
            ("phone", "a.csv", .implausible(.tooManySteps)),
            ("phone", "b.csv", .betterSource("watch")),
        ]
        #expect(reasons?.map(\.0) == expected.map(\.0))
        #expect(reasons?.map(\.1) == expected.map(\.1))
        #expect(reasons?.map(\.2) == expected.map(\.2))
    }

    @Test func `a filled hole has two winners, the larger share first`() {
        var scene = withFiles(.watch(times(4, 105), from: "10:00"))
        let phone = scene.source("phone", .phone)
        scene.add(times(7, 100), from: at("10:04"), source: phone, file: 1)
        #expect(receipt(scene)?.entries.first?.winners.map(\.source) == ["phone", "watch"])
    }

    @Test func `a longer record that finer ones cover loses to them`() {
        var scene = withFiles(.watch(times(15, 100), from: "10:00"))
        scene.add([1600], from: at("10:00"), every: 15, source: 0, file: 1)
        let losers = receipt(scene)?.entries.first?.losers
        #expect(losers?.map(\.reason) == [.finerRecord])
        #expect(losers?.map(\.evidence.file.name) == ["a.csv"])
    }

    @Test func `a total wins for the rest of the day by what exceeds the minutes`() {
        var scene = withFiles(.watch(times(10, 100), from: "10:00"))
        let totals = scene.source("totals", .unknown)
        scene.add([5000], from: at("00:00"), every: 1440, source: totals, file: 1)
        let entries = receipt(scene)?.entries ?? []
        #expect(entries.map(\.steps) == [Steps(1000), Steps(4000)])
        #expect(entries.last?.winners.map(\.source) == ["totals"])
        #expect(entries.last?.minutes == Milliseconds(2_400_000))
        #expect(entries.first?.losers.isEmpty == true)
        scene.add([6000], from: at("00:00"), every: 1440, source: scene.source("more", .unknown))
        let last = receipt(scene)?.entries.last
        #expect(last?.winners.map(\.source) == ["more"])
        #expect(last?.losers.map(\.reason) == [.betterSource("more")])
    }

    @Test func `an estimated walk, a declared one and a counter name their lines`() {
        var scene = withFiles(Scene())
        let phone = scene.source("phone", .phone)
        scene.add([1400, 0], from: at("08:00"), every: 15, source: phone)
        let diary = scene.source("diary", .declared)
        scene.declare(at("10:00"), at("10:20"), moving: 1_200_000, source: diary, file: 1)
        let watch = scene.source("watch")
        scene.count(
            (0...10).map { (at("12:00").advanced(by: $0 * 60_000), $0 * 100) },
            source: watch
        )
        let entries = receipt(scene)?.entries ?? []
        #expect(entries.map { $0.walk?.quality } == [.estimated, .declared, .measured, nil])
        #expect(
            entries.dropLast().map { $0.winners.map(\.source) } == [
                ["phone"], ["diary"], ["watch"],
            ]
        )
        #expect(entries[2].winners.map(\.firstLine) == [3])
        #expect(entries[2].winners.map(\.lastLine) == [12])
    }

    @Test func `a day of which nothing is known has an empty receipt`() {
        let scene = Scene.watch(times(10, 100), from: "10:00")
        let other = scene.derivation.receipt(
            of: Scene.date.advanced(by: 3),
            from: scene.observations
        )
        #expect(other?.entries.isEmpty == true)
        // Files that are not there cannot be named, and nothing traps.
        #expect(receipt(scene)?.entries.first?.winners.isEmpty == true)
    }

    @Test func `what walks of the day before leave is the rest`() {
        let before = Scene.date.advanced(by: -1)
        var scene = withFiles(Scene())
        let watch = scene.source("watch")
        scene.add(times(20, 100), from: at("23:50", before), source: watch)
        #expect(receipt(scene)?.entries.isEmpty == true)
        let first = scene.derivation.receipt(of: before, from: scene.observations)
        #expect(first?.entries.map(\.minutes.count) == [1_200_000])
        #expect(first?.entries.first?.winners.map(\.lastLine) == [21])
    }
}
