internal import Model

/// Finds places of the file for places of its text, where the two differ.
///
/// Parsers count the bytes of UTF-8 that they read; an editor and `dd` count those of the file.
struct TextPlaces {
    private let source: any ByteSource
    private let encoding: TextEncoding

    /// Translates places of this source, which is written so.
    init(_ source: any ByteSource, encoding: TextEncoding) {
        self.source = source
        self.encoding = encoding
    }

    /// The same problems at their places in the file; the file is read once more.
    ///
    /// - Throws: what the source throws.
    func translate(_ problems: ProblemList) throws -> ProblemList {
        guard !encoding.isUTF8, !problems.isEmpty else { return problems }
        let wanted = problems.first.flatMap { [$0.place.byte, lineStart(of: $0.place)] }
        let found = try bytes(of: Set(wanted).sorted())
        var translated = ProblemList(
            problems.first.map { problem in
                Problem(at: translate(problem.place, found), problem.message)
            }
        )
        // Those beyond the capacity are only counted.
        for _ in problems.first.count..<problems.count { translated.append(problems.first[0]) }
        return translated
    }

    private func lineStart(of place: TextPlace) -> Int { place.byte - max(0, place.column - 1) }

    private func translate(_ place: TextPlace, _ found: [Int: Int]) -> TextPlace {
        guard place.line > 0, let byte = found[place.byte], let start = found[lineStart(of: place)]
        else { return place }
        let column = place.column == 0 ? 0 : byte - start + 1
        return TextPlace(line: place.line, column: column, byte: byte)
    }

    /// The byte of the file at which each of these bytes of the text begins.
    private func bytes(of wanted: [Int]) throws -> [Int: Int] {
        var found: [Int: Int] = [:]
        var rest = wanted[...]
        var transcoder = Transcoder(encoding)
        var fileByte = encoding.markLength
        var textByte = 0
        var text: [UInt8] = []
        try source.forEachChunk(from: fileByte, size: 65_536) { chunk in
            for index in chunk.indices {
                while let next = rest.first, next <= textByte {
                    found[next] = fileByte + index
                    rest.removeFirst()
                }
                guard !rest.isEmpty else { return false }
                text.removeAll(keepingCapacity: true)
                transcoder.transcode(
                    UnsafeBufferPointer(rebasing: chunk[index...index]),
                    into: &text
                )
                textByte += text.count
            }
            fileByte += chunk.count
            return true
        }
        // An empty last cell begins where the file ends.
        for byte in rest where byte <= textByte { found[byte] = fileByte }
        return found
    }
}
