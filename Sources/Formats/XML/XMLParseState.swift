import CExpat
import Model

/// What the callbacks of one parse share.
///
/// It stands behind a plain pointer and not in a class, so that a callback costs neither a
/// reference count nor a check for exclusive access: there are some million callbacks a file.
struct XMLParseState {
    let parser: XML_Parser
    /// Outlives the parse: the reader holds it.
    unowned(unsafe) let content: any XMLContent
    /// The text of the element that is collected, `textCount` bytes of it.
    let text: UnsafeMutableBufferPointer<UInt8>
    private var textCount = 0
    private var isCollecting = false
    private var depth = 0
    /// How many of the open elements are passed over.
    private var passedOver = 0
    private var isStopped = false
    private var refusal: XMLProblem?
    /// The first tag that is text, between elements whose children alone are wanted.
    private var stray: XMLProblem?
    /// The encoding that the XML declaration names, when it says more than the first bytes.
    private(set) var encoding: String?

    init(parser: XML_Parser, content: any XMLContent) {
        self.parser = parser
        self.content = content
        text = .allocate(capacity: XMLReader.maximumTextBytes)
    }

    /// What is wrong with a document that was read to its end, or of which the content had enough.
    var strayText: XMLProblem? { stray }

    /// Why expat gave up; nothing when the content had enough.
    func problem() -> XMLProblem? {
        if isStopped { return refusal }
        let code = XML_GetErrorCode(parser)
        return XMLProblem(place: TextPlace(ofEventIn: parser), cause: cause(code))
    }

    private func cause(_ code: XML_Error) -> XMLProblem.Cause {
        switch code {
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
            XML_ERROR_UNCLOSED_CDATA_SECTION:
            return .truncated
        case XML_ERROR_UNKNOWN_ENCODING:
            return .unknownEncoding(encoding ?? "?")
        default:
            return .malformed(XML_ErrorString(code).map { String(cString: $0) } ?? "unknown")
        }
    }
}

// MARK: - What happens

extension XMLParseState {
    private mutating func stop(_ cause: XMLProblem.Cause?) {
        guard !isStopped else { return }
        isStopped = true
        refusal = cause.map { XMLProblem(place: TextPlace(ofEventIn: parser), cause: $0) }
        XML_StopParser(parser, 0)
    }

    private mutating func open(_ element: () -> XMLElement) {
        guard !isStopped else { return }
        depth += 1
        guard depth <= XMLReader.maximumDepth else { return stop(.tooDeep) }
        guard passedOver == 0, !isCollecting else {
            passedOver += 1
            return
        }
        switch content.open(element()) {
        case .children: break
        case .nothing: passedOver = 1
        case .stop: stop(nil)
        case .text:
            isCollecting = true
            textCount = 0
            XML_SetCharacterDataHandler(parser, Self.takeText)
        }
    }

    private mutating func close() {
        guard !isStopped else { return }
        depth -= 1
        guard passedOver == 0 else {
            passedOver -= 1
            return
        }
        let collected = UnsafeBufferPointer(rebasing: text[..<(isCollecting ? textCount : 0)])
        if isCollecting {
            XML_SetCharacterDataHandler(parser, Self.takeStray)
            isCollecting = false
        }
        content.close(text: collected.span)
    }

    private mutating func collect(_ piece: UnsafePointer<CChar>, _ count: Int) {
        guard passedOver == 0, !isStopped else { return }
        guard count <= text.count - textCount else { return stop(.tooLong) }
        for index in 0..<count {
            text[textCount + index] = UInt8(bitPattern: piece[index])
        }
        textCount += count
    }

    /// Looks at text that nobody asked for, for a tag that has lost its first sign.
    ///
    /// Such a tag still has its last one; other stray characters do no harm.
    private mutating func look(_ piece: UnsafePointer<CChar>, _ count: Int) {
        guard passedOver == 0, stray == nil, !isStopped else { return }
        for index in 0..<count where piece[index] == 0x3E {
            stray = XMLProblem(place: TextPlace(ofEventIn: parser), cause: .strayText)
            return
        }
    }

    private mutating func declare(type name: String, isOutside: Bool) {
        if name.lowercased() == "html" { return stop(.webPage) }
        if isOutside { stop(.outsideType) }
    }
}

// MARK: - Callbacks

extension XMLParseState {
    /// Tells expat whom to call; the state stays where it is until the parser is freed.
    static func install(_ state: UnsafeMutablePointer<XMLParseState>) {
        let parser = state.pointee.parser
        XML_SetUserData(parser, state)
        XML_SetElementHandler(parser, takeStart, takeEnd)
        XML_SetCharacterDataHandler(parser, takeStray)
        XML_SetXmlDeclHandler(parser, takeDeclaration)
        XML_SetStartDoctypeDeclHandler(parser, takeType)
        XML_SetEntityDeclHandler(parser, takeEntity)
        XML_SetUnknownEncodingHandler(parser, takeEncoding, nil)
    }

    private static let takeStart: XML_StartElementHandler = { data, name, attributes in
        guard let state = data?.assumingMemoryBound(to: XMLParseState.self), let name
        else { return }
        let parser = state.pointee.parser
        state.pointee.open { XMLElement(name: name, attributes: attributes, parser: parser) }
    }

    private static let takeEnd: XML_EndElementHandler = { data, _ in
        data?.assumingMemoryBound(to: XMLParseState.self).pointee.close()
    }

    private static let takeText: XML_CharacterDataHandler = { data, piece, count in
        guard let piece else { return }
        data?.assumingMemoryBound(to: XMLParseState.self).pointee.collect(piece, Int(count))
    }

    private static let takeStray: XML_CharacterDataHandler = { data, piece, count in
        guard let piece else { return }
        data?.assumingMemoryBound(to: XMLParseState.self).pointee.look(piece, Int(count))
    }

    private static let takeDeclaration: XML_XmlDeclHandler = { data, _, encoding, _ in
        guard let encoding else { return }
        let name = String(cString: encoding).uppercased()
        // UTF-16 does not say which one; the first bytes do.
        guard !name.hasPrefix("UTF") else { return }
        data?.assumingMemoryBound(to: XMLParseState.self).pointee.encoding = name
    }

    private static let takeType: XML_StartDoctypeDeclHandler = { data, name, system, _, _ in
        guard let name else { return }
        let word = String(cString: name)
        data?.assumingMemoryBound(to: XMLParseState.self).pointee
            .declare(type: word, isOutside: system != nil)
    }

    private static let takeEntity: XML_EntityDeclHandler = { data, _, _, _, _, _, _, _, _ in
        data?.assumingMemoryBound(to: XMLParseState.self).pointee.stop(.entities)
    }

    private static let takeEncoding: XML_UnknownEncodingHandler = { _, name, encoding in
        guard let name, let encoding, let page = CodePage(named: String(cString: name)) else {
            return 0
        }
        page.describe(to: encoding)
        return 1
    }
}
