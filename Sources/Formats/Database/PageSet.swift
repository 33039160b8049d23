/// The pages that were read, a bit for each page of the file: none belongs to two things.
final class PageSet {
    private var words: [UInt64]

    /// Makes an empty set of pages from 1 to this number.
    init(upTo last: Int) {
        words = [UInt64](repeating: 0, count: last / 64 + 1)
    }

    /// Adds a page.
    ///
    /// - Returns: false when it is in the set already, or is no page of the file.
    func insert(_ page: Int) -> Bool {
        let (word, bit) = (page / 64, UInt64(1) << UInt64(page % 64))
        guard page >= 0, word < words.count, words[word] & bit == 0 else { return false }
        words[word] |= bit
        return true
    }
}
