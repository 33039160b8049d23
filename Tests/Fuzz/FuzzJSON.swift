// Any bytes as JSON: nothing traps, cutting the reads changes nothing, and no reading is beyond all
// measure.
@testable import Formats
import Model

/// Reads an input as JSON under the name of each dialect that needs one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    for name in ["steps-2026-11-30.json", "UDSFile_2026.json"] {
        let whole = readJSON(bytes, name, chunkBytes: 4096)
        let cut = readJSON(bytes, name, chunkBytes: 1 + count % 13)
        precondition(cut.readings == whole.readings, "the size of the reads shows")
        precondition(cut.report.outcome == whole.report.outcome, "the size of the reads shows")
        precondition(cut.report.problems == whole.report.problems, "the size of the reads shows")
        if whole.report.outcome != .taken {
            precondition(!whole.report.problems.isEmpty, "refused without a reason")
        }
    }
    return 0
}

private func readJSON(
    _ bytes: [UInt8],
    _ name: String,
    chunkBytes: Int
) -> (report: FormatReport, readings: Int) {
    let sink = FuzzSink()
    let known = FileContext.fuzzed
    let context = FileContext(
        fileName: name,
        modified: known.modified,
        now: known.now,
        home: known.home
    )
    let report = try? JSONDoor.read(
        MemoryBytes(bytes),
        context: context,
        into: sink,
        chunkBytes: chunkBytes
    )
    guard let report else { fatalError("memory failed") }
    return (report, sink.readings)
}
