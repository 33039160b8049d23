import Formats
import Model
import TestSupport

/// A sink that keeps what one file gave it.
final class CSVSink: ReadingSink {
    private(set) var sources: [Source] = []
    private(set) var steps: [StepReading] = []
    private(set) var counters: [CounterReading] = []
    private(set) var declared: [DeclaredReading] = []
    private(set) var diary: [DiaryEntry] = []
    private(set) var tracks: [TrackPiece] = []
    private(set) var largestBatch = 0
    private var indices: [String: SourceIndex] = [:]

    func index(of source: Source) -> SourceIndex? {
        if let known = indices[source.name] { return known }
        guard sources.count < 1000 else { return nil }
        let index = SourceIndex(sources.count)
        indices[source.name] = index
        sources.append(source)
        return index
    }

    func take(steps: [StepReading]) {
        largestBatch = max(largestBatch, steps.count)
        self.steps += steps
    }

    func take(counters: [CounterReading]) { self.counters += counters }
    func take(track: TrackPiece) { tracks.append(track) }
    func take(declared: [DeclaredReading]) { self.declared += declared }
    func take(diary: [DiaryEntry]) { self.diary += diary }
}

/// A source that hands over its bytes in pieces of random sizes, as pipes and networks do.
final class PatchyBytes: ByteSource {
    private let whole: MemoryBytes
    private var generator: SeededGenerator
    private let largest: Int

    init(_ bytes: [UInt8], largest: Int, seed: UInt64) {
        whole = MemoryBytes(bytes)
        generator = SeededGenerator(seed: seed)
        self.largest = largest
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let size = min(buffer.count, Int.random(in: 1...largest, using: &generator))
        return try whole.read(
            at: offset,
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
        )
    }
}

/// One file read on trial: what the reader says and what it gave.
struct CSVTrial {
    let report: FormatReport
    let sink: CSVSink

    /// 2026-11-25T22:00:00Z.
    static let now = Instant(seconds: 1_795_644_000)

    init(
        _ text: String,
        name: String = "walks.csv",
        zone: String = "Europe/Oslo",
        label: String? = nil,
        sourceZones: [String: String] = [:],
        modified: Instant = now
    ) throws {
        try self.init(
            MemoryBytes(Array(text.utf8)),
            name: name,
            zone: zone,
            label: label,
            sourceZones: sourceZones,
            modified: modified
        )
    }

    init(
        _ source: any ByteSource,
        name: String = "walks.csv",
        zone: String = "Europe/Oslo",
        label: String? = nil,
        sourceZones: [String: String] = [:],
        modified: Instant = now
    ) throws {
        let context = FileContext(
            fileName: name,
            modified: modified,
            now: Self.now,
            home: HomeZones(.named(zone)),
            sourceZones: sourceZones.mapValues { .named($0) },
            sourceLabel: label
        )
        sink = CSVSink()
        report = try CSVReader.read(source, context: context, into: sink)
    }

    /// The messages of the problems, each behind `line:column`.
    var problems: [String] {
        report.problems.first.map { "\($0.place.line):\($0.place.column) \($0.message)" }
    }

    /// The readings as `start/end steps source`, times in UTC, `…Z` without seconds where they are 0.
    var steps: [String] {
        sink.steps.map { reading in
            let time =
                reading.start == reading.end
                ? Self.text(reading.start)
                : "\(Self.text(reading.start))/\(Self.text(reading.end))"
            return "\(time) \(reading.steps) \(sink.sources[Int(reading.source)].name)"
        }
    }

    /// The declared walks as `start/end minutes steps source`, times in UTC, minutes in motion.
    var declared: [String] {
        sink.declared.map { walk in
            let moving = walk.moving.count
            let seconds =
                moving % 60_000 == 0 ? "" : ":" + padded(Int(moving % 60_000) / 1000, to: 2)
            let steps = walk.steps.map { "\($0)" } ?? "-"
            return "\(Self.text(walk.start))/\(Self.text(walk.end)) \(moving / 60_000)\(seconds) "
                + "\(steps) \(sink.sources[Int(walk.source)].name)"
        }
    }

    /// The points of tracks as `segment time latitude longitude height`, in nanodegrees and
    /// millimetres; `break` where the track is parted.
    var points: [String] {
        sink.tracks.flatMap { piece in
            piece.points.map { point in
                let time = "\(piece.segment) \(Self.text(point.time))"
                if point.flags.contains(.breaksChunk) { return time + " break" }
                let height = point.elevation.map { "\($0)" } ?? "-"
                let diluted = point.flags.contains(.diluted) ? " diluted" : ""
                return "\(time) \(point.latitude) \(point.longitude) \(height)\(diluted)"
            }
        }
    }

    /// An instant as a test writes it.
    static func text(_ instant: Instant) -> String {
        let wall = WallTime(utc: instant)
        let minutes = Int(wall.millisecondOfDay) / 60_000
        let rest = Int(wall.millisecondOfDay) % 60_000
        let seconds = rest == 0 ? "" : ":" + padded(rest / 1000, to: 2)
        let fraction = rest % 1000 == 0 ? "" : "." + padded(rest % 1000, to: 3)
        return "\(wall.day)T\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
            + "\(seconds)\(fraction)Z"
    }
}
