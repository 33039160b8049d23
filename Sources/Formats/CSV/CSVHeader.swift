/// The header row of a CSV file: its words as they stand, and as they are compared.
struct CSVHeader: Sendable {
    /// The words as they stand in the file.
    let words: [String]
    /// The words without case, blanks, punctuation and units; see `key(of:)`.
    let keys: [String]
    /// The different keys, for asking whether a word is there.
    let keySet: Set<String>
    /// The units in round or square brackets, in lower case; empty where there is none.
    let units: [String]
    /// The columns up to the last one that has a name: some exports end every line with a delimiter.
    let width: Int
    /// How many cells the rows have, empty ones behind the last column included.
    private(set) var rowWidth: Int

    /// Makes a header of these words.
    init(_ words: [String]) {
        self.words = words
        keys = words.map(Self.key(of:))
        keySet = Set(keys)
        units = words.map(Self.unit(of:))
        width = (words.lastIndex { !$0.isEmpty } ?? -1) + 1
        rowWidth = words.count
    }

    /// The same header above these rows, most of which are as wide as all are meant to be.
    ///
    /// A program that ends its lines with a delimiter, or fills them up, does so in every line: one
    /// that has a cell more or less than its neighbours has its values in wrong columns.
    func above(_ rows: some Collection<[String]>) -> CSVHeader {
        // Behind another header stands another table.
        let own = rows.prefix { !Self.isHeader($0) }
        let widths = own.filter { row in
            row.count >= width && row[width...].allSatisfy(\.isEmpty)
        }.map(\.count)
        let counts = Dictionary(widths.map { ($0, 1) }, uniquingKeysWith: +)
        var header = self
        // Of two that are as frequent the header's own, else the smaller one.
        let most = counts.max { left, right in
            (left.value, left.key == words.count ? 1 : 0, -left.key)
                < (right.value, right.key == words.count ? 1 : 0, -right.key)
        }
        header.rowWidth = most?.key ?? words.count
        return header
    }

    /// A header whose words are compared by other keys, in the language that Amble knows best.
    init(_ header: CSVHeader, keys: [String]) {
        words = header.words
        self.keys = keys
        keySet = Set(keys)
        units = header.units
        width = header.width
        rowWidth = header.rowWidth
    }

    /// The header in a row.
    init(_ row: CSVRow) {
        self.init((0..<row.count).map { String(decoding: row[$0], as: UTF8.self) })
    }

    /// A word in the form in which spellings are equal: `Start Time`, `start_time`, `startTime` and
    /// `Start-Time (local)` are all `starttime`.
    static func key(of word: some StringProtocol) -> String {
        var key = ""
        var depth = 0
        for scalar in word.unicodeScalars {
            switch scalar {
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            default:
                guard depth == 0,
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                else { continue }
                key += scalar.properties.lowercaseMapping
            }
        }
        return key
    }

    private static func unit(of word: String) -> String {
        guard let open = word.lastIndex(where: { $0 == "(" || $0 == "[" }) else { return "" }
        let inside = word[word.index(after: open)...].prefix { $0 != ")" && $0 != "]" }
        return inside.lowercased()
    }

    /// Whether every cell of a row that is not empty begins as a word does.
    private static func isHeader(_ row: [String]) -> Bool {
        row.allSatisfy { $0.isEmpty || $0.first?.isLetter == true }
    }

    /// The first column with this key.
    func column(_ key: String) -> Int? { keys.firstIndex(of: key) }

    /// Whether a row has the columns of the header: as many cells as the rows of the file have.
    func fits(_ row: CSVRow) -> Bool {
        row.count == rowWidth && (width..<max(width, row.count)).allSatisfy { row[$0].isEmpty }
    }
}

/// The words by which a dialect is known.
struct CSVHeaderPattern: Sendable {
    /// The words that must all be there: each by the keys of its spellings.
    let keys: [Set<String>]
    /// Whether no other column may be there.
    let isWhole: Bool

    /// The header is these words, in any order, and no others.
    static func whole(_ words: String...) -> CSVHeaderPattern {
        CSVHeaderPattern(keys: words.map { [CSVHeader.key(of: $0)] }, isWhole: true)
    }

    /// The header has these words among others.
    static func part(_ words: String...) -> CSVHeaderPattern {
        CSVHeaderPattern(keys: words.map { [CSVHeader.key(of: $0)] }, isWhole: false)
    }

    /// Whether a header has the words.
    func matches(_ header: CSVHeader) -> Bool {
        if isWhole, header.width != keys.count { return false }
        return keys.allSatisfy { $0.contains(where: header.keySet.contains) }
    }
}
