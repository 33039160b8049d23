@testable import Formats
import Model

/// A sink that keeps the tracks of a file, for tests.
final class TrackSink: ReadingSink {
    private(set) var pieces: [TrackPiece] = []
    private(set) var sources: [Source] = []

    var points: [TrackPoint] { pieces.flatMap(\.points) }

    func index(of source: Source) -> SourceIndex? {
        if let index = sources.firstIndex(of: source) { return SourceIndex(index) }
        sources.append(source)
        return SourceIndex(sources.count - 1)
    }

    func take(steps: [StepReading]) {}
    func take(counters: [CounterReading]) {}
    func take(track: TrackPiece) { pieces.append(track) }
    func take(declared: [DeclaredReading]) {}
    func take(diary: [DiaryEntry]) {}
}

/// Bytes that come in small, uneven portions.
final class TricklingBytes: ByteSource {
    private let bytes: [UInt8]
    private var turn = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        turn += 1
        let count = min(buffer.count, bytes.count - offset, 1 + turn % 3)
        guard count > 0 else { return 0 }
        buffer.copyBytes(from: bytes[offset..<offset + count])
        return count
    }
}

/// A disk that fails behind the first bytes.
final class FailingBytes: ByteSource {
    struct Broken: Error {}

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset == 0, buffer.count > 0 else { throw Broken() }
        buffer[0] = UInt8(ascii: "<")
        return 1
    }
}

/// What a parse of a sample left behind.
struct ReadSample {
    let report: FormatReport
    let sink: TrackSink

    var points: [TrackPoint] { sink.points }
    var messages: [String] { report.problems.first.map(\.message) }

    /// Reads a text as a GPX in the year 2026.
    init(_ text: String, label: String? = nil, chunkBytes: Int = 1 << 18) throws {
        try self.init(Array(text.utf8), label: label, chunkBytes: chunkBytes)
    }

    init(_ bytes: [UInt8], label: String? = nil, chunkBytes: Int = 1 << 18) throws {
        sink = TrackSink()
        report = try GPXReader.read(
            MemoryBytes(bytes),
            context: .in2026(label: label),
            into: sink,
            chunkBytes: chunkBytes
        )
    }
}

extension FileContext {
    /// A file that is looked at on 1 December 2026.
    static func in2026(label: String? = nil) -> FileContext {
        let now = Instant(seconds: 1_796_083_200)
        return FileContext(
            fileName: "sample",
            modified: now,
            now: now,
            home: HomeZones(.utc),
            sourceLabel: label
        )
    }
}

/// A GPX of one segment with these points.
func gpx(_ points: String, root: String = "version=\"1.1\" creator=\"test\"") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <gpx \(root)>
    <trk><trkseg>
    \(points)
    </trkseg></trk>
    </gpx>
    """
}

/// A point on its own line.
func trkpt(_ lat: String, _ lon: String, _ time: String?, more: String = "") -> String {
    let clock = time.map { "<time>\($0)</time>" } ?? ""
    return "<trkpt lat=\"\(lat)\" lon=\"\(lon)\">\(more)\(clock)</trkpt>\n"
}
