internal import Model

/// Why a JSON text was not read to its end.
struct JSONFault: Error, Hashable {
    /// Where it stands.
    let place: TextPlace
    /// What is wrong.
    let cause: Cause

    enum Cause: Hashable {
        /// The file ends inside the text.
        case truncated
        /// Something else should stand here.
        case unexpected(wanted: String)
        /// A string has a control character in it, as a line end.
        case controlCharacter
        /// A backslash is followed by nothing that it may stand before.
        case escape
        /// The bytes are not UTF-8, as JSON must be.
        case notUTF8
        /// A number is written as JSON writes none.
        case number
        /// Arrays and objects stand in each other deeper than any export's.
        case tooDeep
        /// A string or number is longer than any export's.
        case tooLong
        /// Something stands behind the end.
        case trailing
    }

    /// One sentence: what, why, what now.
    var message: String {
        let rest = "; what stands behind this place was not read"
        return switch cause {
        case .truncated:
            "the file breaks off here before its end; copy or export it again once it is complete"
        case .unexpected(let wanted): "the JSON is broken here (\(wanted) was expected)\(rest)"
        case .controlCharacter:
            "the JSON is broken here (a line end or control character in a text)\(rest)"
        case .escape: "the JSON is broken here (a backslash before a wrong sign)\(rest)"
        case .notUTF8: "the JSON is not in UTF-8 here, as JSON must be; export it again"
        case .number: "the JSON is broken here (no number of JSON)\(rest)"
        case .tooDeep:
            "the JSON goes more than \(JSONTokenizer.maximumDepth) deep here, as no export does\(rest)"
        case .tooLong: "a text or number here is longer than in any export\(rest)"
        case .trailing: "something stands behind the end of the JSON here, which was not read"
        }
    }
}
