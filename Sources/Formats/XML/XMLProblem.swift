import Model

/// Why a document was not read to its end.
struct XMLProblem: Hashable, Sendable {
    /// Where it stands.
    let place: TextPlace
    /// What is wrong.
    let cause: Cause

    enum Cause: Hashable, Sendable {
        /// The file ends inside the document.
        case truncated
        /// A rule of XML is broken; the words are expat's.
        case malformed(String)
        /// It declares entities, of which small files make huge ones.
        case entities
        /// It refers to a document type outside of the file.
        case outsideType
        /// It is HTML.
        case webPage
        /// Elements stand in each other deeper than any export's.
        case tooDeep
        /// A tag, comment or text is longer than any export's.
        case tooLong
        /// The rest of a tag stands as text where an export has nothing but elements.
        case strayText
        /// The bytes are in an encoding that is not known here.
        case unknownEncoding(String)
    }

    /// One sentence: what, why, what now.
    var message: String {
        switch cause {
        case .truncated:
            "the file breaks off here before its end; copy or export it again once it is complete"
        case .malformed(let words):
            "the XML is broken here (\(words)); what stands behind this place was not read"
        case .entities:
            "it declares XML entities, which no export does and which can be used to exhaust"
                + " memory; remove the DOCTYPE if you trust the file"
        case .outsideType:
            "it refers to a document type outside of the file, which is never fetched; remove the"
                + " DOCTYPE if you trust the file"
        case .webPage:
            "this is a web page, not an export; download the file itself, perhaps after logging in"
        case .tooDeep:
            "elements stand more than \(XMLReader.maximumDepth) deep in each other here, as in no"
                + " export; what stands behind this place was not read"
        case .tooLong:
            "a tag or text here is longer than in any export; what stands behind this place was"
                + " not read"
        case .strayText:
            "text stands between the elements here, as if a sign of the XML were missing; what it may"
                + " have said was not read"
        case .unknownEncoding(let name):
            "it declares the text encoding \(ShownText.quoted(name.utf8)), which is not known here; save it as"
                + " UTF-8"
        }
    }
}
