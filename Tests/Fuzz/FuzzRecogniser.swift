// Any bytes as a dropped file: nothing traps, and what is not taken whole says why.
@testable import Formats
import Model

/// Reads an input as a dropped file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecogniser(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let sink = FuzzSink()
    guard
        let report = try? FormatReader.read(MemoryBytes(bytes), context: .fuzzed, into: sink)
    else { fatalError("memory failed") }
    switch report.outcome {
    case .taken:
        precondition(report.dialect != nil, "taken as nothing")
        precondition(sink.readings > 0 || !report.problems.isEmpty, "empty without a word")
    case .partly, .refused: precondition(!report.problems.isEmpty, "wrong without a word")
    case .known, .waiting: fatalError("not for a parse to say")
    }
    for problem in report.problems.first {
        precondition(!problem.message.isEmpty, "a problem without a word")
        let isPlain = problem.message.unicodeScalars.allSatisfy { $0.value >= 0x20 }
        precondition(isPlain, "a control character in a message")
        // Of other encodings the places are those in the text as UTF-8.
        let isInside = problem.place.byte <= bytes.count || report.encoding != "UTF-8"
        precondition(isInside, "a place outside of the file")
    }
    return 0
}
