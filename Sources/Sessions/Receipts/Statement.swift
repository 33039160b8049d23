import Model

/// What one place of one file says of a stretch of time; the unit of receipts.
struct Statement {
    /// Who says it, by the place in `NamedSources.all`, and how.
    let source: Int
    let channel: Channel
    /// The file and the lines.
    let file: Int32
    var firstLine: Int32
    var lastLine: Int32
    /// Of which time, in milliseconds.
    let span: Range<Int64>
    /// Why it never counts; nothing when it may.
    var objection: Implausibility?
    /// Whether finer records of its source leave nothing of it.
    var isSuperseded = false
}

/// Chooses, among equal records of several files, the one that a receipt names.
struct FileOrder {
    /// The place of each file in the order of SHA-256, then name.
    private let places: [Int]

    init(_ files: [FileReference]) {
        var places = [Int](repeating: 0, count: files.count)
        let order = files.indices.sorted {
            (files[$0].sha256, files[$0].name) < (files[$1].sha256, files[$1].name)
        }
        for (place, file) in order.enumerated() { places[file] = place }
        self.places = places
    }

    /// The place of a file; those that are not known come last.
    subscript(file: Int32) -> Int {
        places.indices.contains(Int(file)) ? places[Int(file)] : .max
    }
}
