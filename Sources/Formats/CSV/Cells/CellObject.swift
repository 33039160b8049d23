/// The members of the JSON object in a cell; its room is used again for the next row.
struct CellObject {
    private let names: [[UInt8]]
    private var fields: [JSONField]

    /// Looks for these members; all others are passed over.
    init(_ names: [String]) {
        self.names = names.map { Array($0.utf8) }
        fields = names.map { _ in JSONField() }
    }

    /// Reads a cell; `false` when it is no JSON object and nothing else.
    mutating func read(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in fields.indices { fields[index].clear() }
        let json = JSONTokenizer(MemoryBytes(Array(cell)), chunkBytes: max(1, cell.count))
        do {
            guard try json.next() == .beginObject else { return false }
            while try json.next() == .name {
                if let index = names.firstIndex(of: json.text) {
                    try fields[index].read(json)
                } else {
                    try json.skipValue()
                }
            }
            return try json.next() == .end
        } catch {
            // Bytes in memory never fail: it is broken JSON.
            return false
        }
    }

    /// A member by its place among the names.
    subscript(index: Int) -> JSONField { fields[index] }
}
