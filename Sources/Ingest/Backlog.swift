/// The files that wait, first come, first served; a path waits at most once.
///
/// A pure value; adding and taking cost the same however many wait.
struct Backlog {
    private var order: [IncomingFile.Key] = []
    private var head = 0
    private var files: [IncomingFile.Key: IncomingFile] = [:]

    /// How many wait.
    var count: Int { files.count }

    /// The file whose turn it is.
    var first: IncomingFile? { head < order.count ? files[order[head]] : nil }

    /// Adds a file at the end; one under the same key keeps its turn and gets the new facts.
    mutating func append(_ file: IncomingFile) {
        if files.updateValue(file, forKey: file.key) == nil { order.append(file.key) }
    }

    /// Takes the file whose turn it is.
    mutating func removeFirst() -> IncomingFile? {
        guard head < order.count else { return nil }
        let key = order[head]
        head += 1
        // Dropping the front now and then keeps both the time and the memory in proportion.
        if head > 512, head * 2 > order.count {
            order.removeFirst(head)
            head = 0
        }
        return files.removeValue(forKey: key)
    }

    /// Forgets all.
    mutating func removeAll() {
        self = Backlog()
    }
}
