import TestSupport

/// A way of mangling a file, and what must come out of a file mangled so.
struct Mutation: Sendable {
    /// What the readings of the mangled file must be.
    enum Relation: Sendable {
        /// The very readings of the sample: nothing of the content was touched.
        case same
        /// The file breaks off: readings of the sample, and one more at most, in an open last line.
        case cut
        /// Some lines are spoilt: the readings of all others, and a problem for what differs.
        case damaged
    }

    /// What it does, for the table of counts.
    let name: String
    let relation: Relation
    /// Mangles a sample; nothing where it has nothing that can be mangled so.
    let make: @Sendable (MutationSample, inout SeededGenerator) -> Mutant?

    init(
        _ name: String,
        _ relation: Relation,
        _ make: @escaping @Sendable (MutationSample, inout SeededGenerator) -> Mutant?
    ) {
        self.name = name
        self.relation = relation
        self.make = make
    }

    /// All ways for files of a format.
    static func all(of format: MutationSample.Format) -> [Mutation] {
        switch format {
        case .csv: texts + tables + damagedTables + damagedHeaders
        case .xml: texts + documents + damagedDocuments
        case .json: texts + values + damagedValues
        case .database: databases + damagedDatabases
        }
    }
}

/// A mangled sample.
struct Mutant: Sendable {
    var bytes: [UInt8]
    /// Another name in the place of the sample's.
    var fileName: String?
    /// How many days later than the sample's it was written.
    var daysLater = 0
    /// The spoilt lines, as the mutant counts them; none: the header, which may spoil all.
    var lines: ClosedRange<Int>?
    /// How many lines beside them a problem may stand: an element begins above its parts.
    var nearness = 0
    /// Whether rows of other tables may be lost, which a problem then says: a source has lost its
    /// name, or what a counter counted meanwhile comes with its next look.
    var mayLoseRows = false
    /// Whether every spoilt line that reads otherwise needs its own problem.
    var isEachLineNamed = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// A mutant of which one line is spoilt.
    init(_ bytes: [UInt8], line: Int, nearness: Int = 0) {
        self.bytes = bytes
        lines = line...line
        self.nearness = nearness
    }
}
