internal import Model

/// What the beginning of a JSON text looks like: enough to recognise an export.
struct JSONHead {
    /// A record of the largest export has some hundred tokens.
    private static let longest = 20_000
    private static let mostNames = 512

    /// Whether the text is an array of records, and not one object.
    private(set) var isArray = false
    /// Whether the array or object has nothing in it.
    private(set) var isEmpty = true
    /// The names of the members of the one object, or of the first records of the array.
    private(set) var names: Set<String> = []
    /// What is wrong with the text so far; nothing when nothing is.
    private(set) var fault: JSONFault?

    /// Looks at the beginning of a source.
    ///
    /// - Throws: only what the source throws.
    init(_ source: any ByteSource) throws {
        let json = JSONTokenizer(source, chunkBytes: 65_536)
        do {
            try look(json)
        } catch let fault as JSONFault {
            self.fault = fault
        }
    }

    private mutating func look(_ json: JSONTokenizer) throws {
        isArray = try json.next() == .beginArray
        let level = isArray ? 2 : 1
        for _ in 0..<Self.longest {
            let token = try json.next()
            if token == .end { return }
            if token != .endArray, token != .endObject { isEmpty = false }
            guard token == .name, json.depth == level, names.count < Self.mostNames else {
                continue
            }
            names.insert(String(decoding: json.text, as: UTF8.self))
        }
    }
}
