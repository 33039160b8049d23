import TestSupport

/// A sample of XML cut into tags and the text between them, below its root.
struct MutationMarkup {
    enum Piece: Hashable {
        case tag(String)
        case text(String)
    }

    /// What stands before the root: declaration, comments, document type.
    let prologue: String
    var pieces: [Piece]

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let characters = Array(text.unicodeScalars)
        let root =
            characters.indices.dropLast().first { index in
                // Only the root stands at the beginning of a line and begins with a letter.
                characters[index] == "<" && characters[index + 1].properties.isAlphabetic
            } ?? 0
        prologue = String(String.UnicodeScalarView(characters[..<root]))
        var pieces: [Piece] = []
        var piece = String.UnicodeScalarView()
        for scalar in characters[root...] {
            if scalar == "<", !piece.isEmpty {
                pieces.append(.text(String(piece)))
                piece = String.UnicodeScalarView()
            }
            piece.append(scalar)
            if scalar == ">", piece.first == "<" {
                pieces.append(.tag(String(piece)))
                piece = String.UnicodeScalarView()
            }
        }
        if !piece.isEmpty { pieces.append(.text(String(piece))) }
        self.pieces = pieces
    }

    var text: String {
        prologue
            + pieces.map { piece in
                switch piece {
                case .tag(let text), .text(let text): text
                }
            }.joined()
    }

    /// The line on which a piece begins.
    func line(of index: Int) -> Int {
        var before = self
        before.pieces = Array(pieces[..<index])
        return 1 + before.text.unicodeScalars.count { $0 == "\n" }
    }

    /// The name, the attributes as `name="value"` and the end of a start tag; nothing of others.
    static func parts(of tag: String) -> (name: String, attributes: [String], end: String)? {
        guard tag.unicodeScalars.dropFirst().first?.properties.isAlphabetic == true else {
            return nil
        }
        let end = tag.hasSuffix("/>") ? "/>" : ">"
        var parts: [String] = [""]
        var isInside = false
        for character in tag.dropFirst().dropLast(end.count) {
            if character == "\"" { isInside.toggle() }
            if character.isWhitespace, !isInside {
                if parts.last != "" { parts.append("") }
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return (parts[0], parts.dropFirst().filter { !$0.isEmpty }, end)
    }
}
