/// Where the bytes of a row are: at its page, and when it is long in a chain of further pages.
struct Payload {
    /// The length of the whole row.
    let total: Int
    /// Where it begins in the page.
    let start: Int
    /// How many bytes of it are in the page.
    let local: Int
    /// The first further page; 0 when there is none.
    let overflow: Int

    /// Works out how a row is divided (sqlite.org/fileformat2.html "B-tree Pages").
    ///
    /// - Returns: nothing when it does not fit into its page.
    init?(_ bytes: Span<UInt8>, total: UInt64, start: Int, isIndex: Bool) {
        guard total <= UInt64(Int32.max) else { return nil }
        let usable = bytes.count
        let whole = Int(total)
        let most = isIndex ? (usable - 12) * 64 / 255 - 23 : usable - 35
        if whole <= most {
            local = whole
        } else {
            let least = (usable - 12) * 32 / 255 - 23
            let even = least + (whole - least) % (usable - 4)
            local = even <= most ? even : least
        }
        let hasOverflow = local < whole
        guard start + local + (hasOverflow ? 4 : 0) <= usable else { return nil }
        overflow = hasOverflow ? bytes.number32(at: start + local) : 0
        self.total = whole
        self.start = start
    }
}
