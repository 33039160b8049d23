import Model
import TestSupport

extension Mutation {
    /// Ways that spoil the text of any file, or write the same text otherwise.
    static let texts: [Mutation] = [
        Mutation("byte order mark", .same) { sample, _ in
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            return sample.bytes.starts(with: mark) ? nil : Mutant(mark + sample.bytes)
        },
        Mutation("UTF-16", .same) { sample, generator in
            let text = PlainText(sample)
            return Mutant(text.utf16(isLittle: Bool.random(using: &generator)))
        },
        Mutation("Windows-1252", .same) { sample, _ in
            guard sample.format != .json else { return nil }
            return PlainText(sample).windows1252.map { Mutant($0) }
        },
        Mutation("line ends", .same) { sample, generator in
            let kind = Int.random(in: 0..<4, using: &generator)
            return Mutant(PlainText(sample).lineEnds(kind: kind, using: &generator))
        },
        Mutation("another name", .same) { sample, generator in
            // Another date in the name is another day's file, so the name loses what it says.
            let names = ["export", "download (1).txt", "x"]
            var mutant = Mutant(sample.bytes)
            mutant.fileName = names.randomElement(using: &generator)
            return mutant
        },
        Mutation("written another day", .same) { sample, generator in
            // A year later is the report of another year.
            var mutant = Mutant(sample.bytes)
            mutant.daysLater = Int.random(in: -300...300, using: &generator)
            return mutant
        },
        Mutation("instants in other offsets", .same) { sample, generator in
            let text = WrittenInstants(sample.bytes).rewritten(using: &generator)
            return text == sample.bytes ? nil : Mutant(text)
        },
        Mutation("cut", .cut) { sample, generator in
            // A refused sample may be refused for what is cut off.
            guard sample.originals[0].report.outcome != .refused else { return nil }
            let length = Int.random(in: 1..<sample.bytes.count, using: &generator)
            var mutant = Mutant(Array(sample.bytes.prefix(length)))
            mutant.nearness = sample.format == .csv ? 0 : 40
            return mutant
        },
        Mutation("an offset is gone", .damaged) { sample, generator in
            WrittenInstants(sample.bytes).withoutOffset(using: &generator).map {
                Mutant($0.bytes, line: $0.line, nearness: sample.format == .csv ? 0 : 40)
            }
        },
    ]
}

/// The text of a sample, for writing it in other bytes.
struct PlainText {
    /// Without a byte order mark.
    let text: String
    private let isXML: Bool

    init(_ sample: MutationSample) {
        let isMarked = sample.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        text = String(decoding: sample.bytes.dropFirst(isMarked ? 3 : 0), as: UTF8.self)
        isXML = sample.format == .xml
    }

    /// With a mark, as UTF-16 needs one.
    func utf16(isLittle: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 2 + 2)
        for unit in [0xFEFF] + Array(declared("UTF-16").utf16) {
            let high = UInt8(unit >> 8)
            let low = UInt8(truncatingIfNeeded: unit)
            bytes += isLittle ? [low, high] : [high, low]
        }
        return bytes
    }

    /// Nothing when a character has no place there, or when all are of ASCII.
    var windows1252: [UInt8]? {
        let text = declared("windows-1252")
        // Of those between 0x80 and 0x9F the apostrophe is the one that people meet.
        let bytes = text.unicodeScalars.map { scalar -> UInt8? in
            if scalar == "\u{2019}" { return 0x92 }
            return (0x80...0x9F).contains(scalar.value) ? nil : UInt8(exactly: scalar.value)
        }
        let known = bytes.compactMap { $0 }
        return known.count == bytes.count && known.contains { $0 >= 0x80 } ? known : nil
    }

    /// Each line ends as one of the old and new systems end lines.
    func lineEnds(kind: Int, using generator: inout SeededGenerator) -> [UInt8] {
        let ends: [[UInt8]] = [[0x0A], [0x0D, 0x0A], [0x0D]]
        var bytes: [UInt8] = []
        for byte in text.utf8 where byte != 0x0D {
            guard byte == 0x0A else {
                bytes.append(byte)
                continue
            }
            bytes += kind < 3 ? ends[kind] : ends.randomElement(using: &generator) ?? [0x0A]
        }
        return bytes
    }

    /// What an XML says of its own encoding goes with it.
    private func declared(_ encoding: String) -> String {
        guard isXML, let range = text.firstRange(of: "encoding=\"UTF-8\"") else { return text }
        return text[..<range.lowerBound] + "encoding=\"\(encoding)\"" + text[range.upperBound...]
    }
}
