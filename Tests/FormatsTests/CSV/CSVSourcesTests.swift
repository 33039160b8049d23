import Model
import Testing

@testable import Formats

@Suite struct CSVSourcesTests {
    @Test(
        arguments: [
            ("MobileTrack", .phone), ("Phone Health Kit", .phone), ("phone", .phone),
            ("A's iPhone", .phone), ("Google Fitbit Air", .watch), ("watch", .watch),
            ("A's Apple Watch", .watch), ("Mi Smart Band 5", .watch), ("band", .watch),
            ("Husband", .unknown), ("Husband's tracker", .unknown), ("anna", .unknown),
            ("", .unknown),
        ] as [(String, SourceKind)]
    )
    func `the name of a device tells its kind`(name: String, kind: SourceKind) {
        #expect(SourceKind(deviceName: name) == kind)
    }

    private func sources(_ style: CSVSources.Style, label: String? = nil) -> (CSVSources, CSVSink) {
        let sink = CSVSink()
        let context = FileContext(
            fileName: "x.csv",
            modified: CSVTrial.now,
            now: CSVTrial.now,
            home: HomeZones(.utc),
            sourceLabel: label
        )
        return (CSVSources(sink, context: context, style: style), sink)
    }

    private func index(_ sources: CSVSources, _ name: String) -> SourceIndex? {
        Array(name.utf8).withUnsafeBufferPointer { sources.entry(named: $0)?.index }
    }

    @Test func `the same name is the same source`() {
        let (sources, sink) = sources(.init(defaultName: "d"))
        #expect(index(sources, "a") == 0)
        #expect(index(sources, "b") == 1)
        #expect(index(sources, "a") == 0)
        #expect(index(sources, "") == 2)
        #expect(index(sources, "d") == 2)
        #expect(sink.sources.map(\.name) == ["a", "b", "d"])
    }

    @Test func `the dialect says the kind and the folder the name`() {
        let (sources, sink) = sources(
            .init(defaultName: "d", kind: .watch, omitsZeros: true),
            label: "mine"
        )
        #expect(index(sources, "") == 0)
        #expect(sink.sources == [Source(name: "mine", kind: .watch, omitsZeros: true)])
    }

    @Test func `mirrors are mirrors only where the dialect has them`() {
        let (takeout, mirrored) = sources(.init(defaultName: "d", hasMirrors: true))
        _ = index(takeout, "Fit Health Connect")
        #expect(mirrored.sources.map(\.kind) == [.mirror])
        let (other, plain) = sources(.init(defaultName: "d"))
        _ = index(other, "Fit Health Connect")
        #expect(plain.sources.map(\.kind) == [.unknown])
    }

    @Test func `a name of a novel's length is no name`() {
        let (sources, _) = sources(.init(defaultName: "d"))
        #expect(index(sources, String(repeating: "a", count: 256)) == 0)
        #expect(index(sources, String(repeating: "a", count: 257)) == nil)
        #expect(index(sources, "tab\there") == nil)
    }
}
