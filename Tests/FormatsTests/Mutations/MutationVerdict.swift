import Model

@testable import Formats

/// What became of a mutant.
enum MutationVerdict: Hashable {
    /// The very readings of the sample.
    case exact
    /// Nothing was taken, and the problem says why.
    case refused
    /// Fewer readings, or a spoilt one, and a problem names the place.
    case partly
    /// Other readings than the sample's without a word: what must never be.
    case wrong(String)

    /// Compares a mutant with its sample.
    init(_ mutation: Mutation, _ mutant: Mutant, _ trial: MutationTrial, of original: MutationTrial)
    {
        guard trial.report.outcome != .refused else {
            self = trial.report.problems.isEmpty ? .wrong("refused without a reason") : .refused
            return
        }
        let comparison = MutationComparison(mutant, trial, original)
        switch mutation.relation {
        case .same: self = comparison.same
        case .cut: self = comparison.cut
        case .damaged: self = comparison.damaged
        }
    }
}

/// A mutant beside its sample.
private struct MutationComparison {
    let mutant: Mutant
    let report: FormatReport
    /// What only the mutant gives, and what only the sample gives.
    let extra: [(fact: MutationFact, line: Int)]
    let missing: [(fact: MutationFact, line: Int)]
    /// The problems that the sample does not have.
    let problems: [Problem]

    init(_ mutant: Mutant, _ trial: MutationTrial, _ original: MutationTrial) {
        self.mutant = mutant
        report = trial.report
        extra = trial.facts(beside: original)
        missing = original.facts(beside: trial)
        let known = Set(original.report.problems.first.map(\.message))
        problems = trial.report.problems.first.filter { !known.contains($0.message) }
    }

    private var isEqual: Bool { extra.isEmpty && missing.isEmpty }

    /// The first differences, for people.
    private var difference: String {
        let more = extra.prefix(2).map { "extra \($0.fact) of line \($0.line)" }
        let less = missing.prefix(2).map { "missing \($0.fact) of line \($0.line)" }
        let said = problems.prefix(2).map { "said \($0.place.line): \($0.message)" }
        return (more + less + said).joined(separator: "; ")
    }

    var same: MutationVerdict {
        if isEqual { return .exact }
        guard extra.isEmpty, !problems.isEmpty else { return .wrong(difference) }
        return .partly
    }

    /// What was cut off is missing; an open line may hold half a number, and is named as open.
    var cut: MutationVerdict {
        let last = lastLine
        let isNamed = problems.contains { $0.place.line >= last - mutant.nearness }
        guard extra.allSatisfy({ $0.line >= last }), extra.isEmpty || isNamed || report.endsEarly,
            !missing.contains(where: { $0.line < last - mutant.nearness }) || !problems.isEmpty
        else { return .wrong(difference) }
        let endsInLine = mutant.bytes.last.map { $0 != 0x0A && $0 != 0x0D } ?? false
        guard report.endsEarly || isNamed || !endsInLine || isEqual else {
            return .wrong("breaks off without a word; \(difference)")
        }
        return isEqual ? .exact : .partly
    }

    var damaged: MutationVerdict {
        if isEqual { return problems.isEmpty ? .exact : .partly }
        // Of more problems than are kept nobody knows the places.
        if report.problems.count > ProblemList.capacity { return .partly }
        guard let lines = mutant.lines else {
            let isSound = extra.isEmpty || (mutant.mayLoseRows && followsFromLostRows)
            return isSound && !problems.isEmpty ? .partly : .wrong(difference)
        }
        let near = (lines.lowerBound - mutant.nearness)...(lines.upperBound + mutant.nearness)
        let named = Set(problems.map(\.place.line))
        // The spoilt line may set the rule by which its neighbours are found wanting.
        if Set((extra + missing).map(\.line)).isSubset(of: named) { return .partly }
        let isNamed =
            named.contains(where: near.contains) && extra.allSatisfy { near.contains($0.line) }
        return isNamed && !mutant.isEachLineNamed ? .partly : .wrong(difference)
    }

    /// Whether what only the mutant gives is the sample's but for the name of its source, or the sum of
    /// what a counter of the sample counted in pieces.
    private var followsFromLostRows: Bool {
        let own = Set(missing.map(\.fact.nameless))
        return extra.allSatisfy { own.contains($0.fact.nameless) || isSum($0.fact) }
    }

    private func isSum(_ fact: MutationFact) -> Bool {
        guard case .steps(let source, let start, let end, let steps) = fact else { return false }
        let pieces = missing.compactMap { piece -> Int32? in
            guard case .steps(source, let from, let to, let count) = piece.fact, start <= from,
                to <= end
            else { return nil }
            return count
        }
        return pieces.count > 1 && pieces.reduce(0, +) == steps
    }

    /// The last line that has something on it.
    private var lastLine: Int {
        var line = 1
        var last = 1
        var isBehindCR = false
        for byte in mutant.bytes {
            switch byte {
            case 0x0A: line += isBehindCR ? 0 : 1
            case 0x0D: line += 1
            default: last = line
            }
            isBehindCR = byte == 0x0D
        }
        return last
    }
}
