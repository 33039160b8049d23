import Model

// The layout of a list of problems, version 1.
//
//     version   one byte, 1
//     count     unsigned: how many problems there are in all
//     kept      unsigned: how many follow
//     problem   line, column, byte, each signed; message, a text

private let version: UInt8 = 1

extension ProblemList {
    /// Packs the list.
    func packed() -> [UInt8] {
        var writer = PackedWriter()
        writer.byte(version)
        writer.unsigned(UInt64(count))
        writer.unsigned(UInt64(first.count))
        for problem in first {
            writer.signed(Int64(problem.place.line))
            writer.signed(Int64(problem.place.column))
            writer.signed(Int64(problem.place.byte))
            writer.text(problem.message)
        }
        return writer.bytes
    }

    /// Reads what `packed` wrote.
    init(packed bytes: [UInt8]) throws(PackingProblem) {
        self.init()
        var reader = PackedReader(bytes)
        try reader.version(version)
        let count = try reader.unsigned()
        let kept = try reader.count()
        for _ in 0..<kept {
            let place = TextPlace(
                line: Int(try reader.signed()),
                column: Int(try reader.signed()),
                byte: Int(try reader.signed())
            )
            let message = try reader.text()
            append(Problem(at: place, message))
        }
        try reader.finish()
        // A file has no more problems than bytes; more is damage, and would keep us counting.
        guard count >= kept, count <= 1 << 32, let last = first.last ?? Self.nobody(count)
        else { throw PackingProblem() }
        for _ in kept..<Int(count) { append(last) }
    }

    private static func nobody(_ count: UInt64) -> Problem? {
        count == 0 ? Problem(at: .wholeFile, "") : nil
    }
}
