/// The pieces of a long name, as they come before the entry that they name.
///
/// Pieces that are out of order, incomplete or of another entry are dropped, and the short name
/// holds: programs that know no long names leave such pieces behind.
struct FATLongName {
    private var units: [UInt16] = []
    /// The number of the piece that comes next, counting down; 0 when all are there.
    private var awaited = 0
    private var check: UInt8 = 0

    /// 20 pieces of 13 units hold the longest name of 255.
    private static let pieceLimit = 20
    private static let unitLimit = 255

    /// Takes a piece.
    mutating func add(_ piece: FATRecord) {
        let number = piece.pieceNumber
        if piece.isLastPiece {
            reset()
            guard (1...FATLongName.pieceLimit).contains(number) else { return }
            check = piece.pieceCheck
        } else if number == 0 || number != awaited || piece.pieceCheck != check {
            reset()
            return
        }
        units = piece.pieceUnits + units
        awaited = number - 1
    }

    /// Forgets the pieces.
    mutating func reset() {
        units = []
        awaited = 0
    }

    /// The name for an entry; nothing when the pieces are not all there or are not of this entry.
    ///
    /// The pieces are used up.
    mutating func take(for shortName: [UInt8]) -> String? {
        defer { reset() }
        guard !units.isEmpty, awaited == 0, check == FATShortName.check(shortName) else {
            return nil
        }
        let name = units.prefix { $0 != 0 }
        guard !name.isEmpty, name.count <= FATLongName.unitLimit else { return nil }
        let letters = String(decoding: name, as: UTF16.self).unicodeScalars.map(\.asNameLetter)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        let result = String(text)
        return result == "." || result == ".." ? nil : result
    }
}
