// Any bytes as an SQLite database: nothing traps, cutting the reads changes nothing, and every page is
// read at most once, so that no small file makes many readings.
@testable import Formats
import Model

/// Reads an input as it is, and once more as the middle of a sound beginning.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDatabase(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    var bytes = Array(UnsafeBufferPointer(start: data, count: count))
    check(bytes)
    // Most inputs are no database; with a sound header the fuzzer reaches what lies behind it.
    guard bytes.count >= 1024 else { return 0 }
    bytes.replaceSubrange(0..<16, with: DatabaseHeader.mark)
    bytes.replaceSubrange(16..<24, with: [2, 0, 1, 1, 0, 64, 32, 32])
    bytes.replaceSubrange(56..<60, with: [0, 0, 0, 1])
    check(bytes)
    return 0
}

private func check(_ bytes: [UInt8]) {
    let whole = readDatabase(MemoryBytes(bytes))
    let cut = readDatabase(CutBytes(bytes))
    precondition(cut.readings == whole.readings, "the size of the reads shows")
    precondition(cut.report.outcome == whole.report.outcome, "the size of the reads shows")
    precondition(cut.report.problems == whole.report.problems, "the size of the reads shows")
    if whole.report.outcome != .taken {
        precondition(!whole.report.problems.isEmpty, "refused without a reason")
    }
    // A row has two bytes in the list of its page, and cells may lie upon each other.
    precondition(whole.readings <= bytes.count, "more readings than bytes")
}

private func readDatabase(_ source: any ByteSource) -> (report: FormatReport, readings: Int) {
    let sink = FuzzSink()
    guard let report = try? DatabaseDoor.read(source, context: .fuzzed, into: sink) else {
        fatalError("memory failed")
    }
    return (report, sink.readings)
}

/// Bytes that come in pieces of at most 97.
private final class CutBytes: ByteSource {
    private let whole: MemoryBytes

    init(_ bytes: [UInt8]) {
        whole = MemoryBytes(bytes)
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(97, buffer.count)])
        return try whole.read(at: offset, into: piece)
    }
}
