/// The head of a page of a tree: what kind of page it is and where its cells are.
///
/// Tables with row numbers have trees whose leaves alone hold rows; tables `WITHOUT ROWID` have the
/// trees of indices, in which inner pages hold rows too.
struct TreePage {
    /// Whether its cells lead to further pages.
    let isInner: Bool
    /// Whether it is of an index, as of a table without row numbers.
    let isIndex: Bool
    /// How many cells there are.
    let cellCount: Int
    /// The last page below an inner one.
    let lastChild: Int

    private let cellList: Int

    /// Reads the head of a page; nothing when it is no page of a tree.
    ///
    /// - Parameters:
    ///   - bytes: the usable bytes of the page.
    ///   - start: where the head begins: behind the header of the file in the first page.
    init?(_ bytes: Span<UInt8>, start: Int) {
        switch bytes[start] {
        case 2: (isInner, isIndex) = (true, true)
        case 5: (isInner, isIndex) = (true, false)
        case 10: (isInner, isIndex) = (false, true)
        case 13: (isInner, isIndex) = (false, false)
        default: return nil
        }
        cellCount = bytes.number16(at: start + 3)
        lastChild = isInner ? bytes.number32(at: start + 8) : 0
        cellList = start + (isInner ? 12 : 8)
        guard cellList + 2 * cellCount <= bytes.count else { return nil }
    }

    /// Where a cell begins; nothing when that is not behind the list of cells.
    func cell(_ index: Int, in bytes: Span<UInt8>) -> Int? {
        let offset = bytes.number16(at: cellList + 2 * index)
        guard offset >= cellList + 2 * cellCount, offset + 4 <= bytes.count else { return nil }
        return offset
    }
}
