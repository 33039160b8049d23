/// How many mutants came out how, by kind of mutation.
struct MutationTally: Sendable {
    private struct Counts {
        var exact = 0
        var refused = 0
        var partly = 0
        var wrong = 0

        var cells: [String] { [exact, refused, partly, wrong].map(String.init) }

        mutating func add(_ other: Counts) {
            exact += other.exact
            refused += other.refused
            partly += other.partly
            wrong += other.wrong
        }
    }

    private var counts: [String: Counts] = [:]
    /// Those that were wrong but accepted, in words.
    private(set) var failures: [String] = []

    /// How many mutants were read.
    var count: Int { counts.values.reduce(0) { $0 + $1.exact + $1.refused + $1.partly + $1.wrong } }

    /// The kinds of mutation that were met.
    var kinds: Set<String> { Set(counts.keys) }

    /// Counts a mutant.
    mutating func note(_ verdict: MutationVerdict, of kind: String, _ place: String) {
        switch verdict {
        case .exact: counts[kind, default: Counts()].exact += 1
        case .refused: counts[kind, default: Counts()].refused += 1
        case .partly: counts[kind, default: Counts()].partly += 1
        case .wrong(let difference):
            counts[kind, default: Counts()].wrong += 1
            failures.append("\(kind), \(place): \(difference)")
        }
    }

    /// Adds the counts of another.
    mutating func add(_ other: MutationTally) {
        for (kind, more) in other.counts { counts[kind, default: Counts()].add(more) }
        failures += other.failures
    }

    /// A table for people, the kinds in alphabetical order and the sum last.
    var table: String {
        var sum = Counts()
        var lines = [Self.line("mutation", ["exact", "refused", "partly", "wrong"])]
        for (kind, some) in counts.sorted(by: { $0.key < $1.key }) {
            lines.append(Self.line(kind, some.cells))
            sum.add(some)
        }
        return (lines + [Self.line("all \(count)", sum.cells)]).joined(separator: "\n")
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        let first = name + String(repeating: " ", count: max(0, 44 - name.count))
        return cells.reduce(first) {
            $0 + String(repeating: " ", count: max(1, 9 - $1.count)) + $1
        }
    }
}
