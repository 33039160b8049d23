// Any bytes as XML of any dialect: nothing traps, and cutting the reads changes nothing.
@testable import Formats
import Model

/// Reads an input at the door of XML.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXML(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let whole = readXML(bytes, chunkBytes: 4096)
    let cut = readXML(bytes, chunkBytes: 1 + count % 13)
    precondition(cut.readings == whole.readings, "the size of the reads shows")
    precondition(cut.report.outcome == whole.report.outcome, "the size of the reads shows")
    // expat's words and columns for one mistake may differ with the size of the reads.
    let isSame = cut.report.problems.count == whole.report.problems.count
    precondition(isSame, "the size of the reads shows")
    if whole.report.outcome != .taken {
        precondition(!whole.report.problems.isEmpty, "refused without a reason")
    }
    return 0
}

private func readXML(_ bytes: [UInt8], chunkBytes: Int) -> (report: FormatReport, readings: Int) {
    let sink = FuzzSink()
    let report = try? XMLDoor.read(
        MemoryBytes(bytes),
        context: .fuzzed,
        into: sink,
        chunkBytes: chunkBytes
    )
    guard let report else { fatalError("memory failed") }
    return (report, sink.readings)
}
