/// Makes sure that a file holds the steps of one person.
enum OnePerson {
    /// More are only said to be more.
    private static let most = 1000

    /// Looks through the column of people.
    ///
    /// - Throws: `CSVRefusal` when there is more than one.
    static func check(_ opening: CSVOpening, column: Int) throws {
        var people: Set<[UInt8]> = []
        var last: [UInt8] = []
        try opening.file.forEachRow { row in
            guard !row.isEmpty, row.fault == nil, opening.header.fits(row) else { return true }
            // Rows of one person follow one another.
            guard people.isEmpty || !row[column].elementsEqual(last) else { return true }
            last = Array(row[column].prefix(256))
            people.insert(last)
            return people.count <= most
        }
        guard people.count > 1 else { return }
        let count = people.count > most ? "more than \(most)" : "\(people.count)"
        let name = opening.header.words[column]
        throw CSVRefusal(
            "the file has the steps of \(count) people (column \(ShownText.quoted(name.utf8))), and "
                + "Amble counts those of one: split it, and drop only the part with your \(name)"
        )
    }
}
