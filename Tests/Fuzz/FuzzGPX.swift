// Any bytes as a GPX: nothing traps, cutting the reads changes nothing, and the promises of a track
// piece hold.
@testable import Formats
import Model

/// Reads an input as a GPX.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGPX(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let whole = readGPX(bytes, chunkBytes: XMLReader.chunkBytes)
    for piece in whole.pieces {
        precondition(!piece.points.isEmpty, "a piece without points")
        for point in piece.points {
            precondition(abs(point.latitude) <= 90_000_000_000, "a latitude off the Earth")
            precondition(abs(point.longitude) <= 180_000_000_000, "a longitude off the Earth")
        }
    }
    let cut = readGPX(bytes, chunkBytes: 1 + count % 13)
    precondition(cut.pieces == whole.pieces, "the size of the reads shows")
    precondition(cut.report.outcome == whole.report.outcome, "the size of the reads shows")
    // expat's words and columns for one mistake may differ with the size of the reads.
    let isSame = cut.report.problems.count == whole.report.problems.count
    precondition(isSame, "the size of the reads shows")
    return 0
}

private func readGPX(
    _ bytes: [UInt8],
    chunkBytes: Int
) -> (report: FormatReport, pieces: [TrackPiece]) {
    let sink = FuzzSink()
    let report = try? GPXReader.read(
        MemoryBytes(bytes),
        context: .fuzzed,
        into: sink,
        chunkBytes: chunkBytes
    )
    guard let report else { fatalError("memory failed") }
    return (report, sink.pieces)
}
