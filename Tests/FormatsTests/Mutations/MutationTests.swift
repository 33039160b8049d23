import Glibc
import Model
import TestSupport
import Testing

@testable import Formats

/// Every sample, mangled in seeded ways: it is understood exactly, or refused or taken in part with
/// its place, and never wrongly accepted.
///
/// `AMBLE_MUTANTS=100000` asks for that many and prints the counts by kind; a share runs always.
///
/// Some mangling cannot be found by any reader, since what comes out is another file that is right
/// by itself. It is left out where the mutants are made, with its reason there:
/// - a digit that became another, or is gone, where what is left is a number or a time;
/// - a row, or a whole line at the end, that is gone;
/// - an offset that became another one's;
/// - day and month changed where both are 12 or less, in one cell of many, or in a file of a maker
///   whose order is known;
/// - two cells of the same kind changed for one another: two counts, two times, two names;
/// - a name of a source, an app or a type of record that became another name;
/// - the heading of a column that the file may lack: without it the file is one that never had it.
@Suite struct MutationTests {
    @Test func `there are samples of every format`() {
        #expect(MutationSample.all.count > 20)
        for format in [MutationSample.Format.csv, .xml, .json, .database] {
            #expect(MutationSample.all.contains { $0.format == format })
        }
    }

    @Test func `a count that is another one without a word would be seen`() throws {
        let sample = try #require(MutationSample.all.first { $0.name == "generic-minutes.csv" })
        let text = PlainText(sample).text
        let place = try #require(text.firstRange(of: ",44\n"))
        let mutant = Mutant(text[..<place.lowerBound] + ",45\n" + text[place.upperBound...])
        let trial = try MutationTrial(mutant, named: sample.name, home: MutationSample.homes[0])
        for relation in [Mutation.Relation.same, .cut, .damaged] {
            let mutation = Mutation("another count", relation) { _, _ in nil }
            let verdict = MutationVerdict(mutation, mutant, trial, of: sample.originals[0])
            guard case .wrong(let difference) = verdict else {
                Issue.record("\(relation): \(verdict)")
                continue
            }
            #expect(difference.contains("steps: 45"))
        }
    }

    @Test func `no mutant of a sample is wrong but accepted`() async throws {
        let asked = getenv("AMBLE_MUTANTS").flatMap { Int(String(cString: $0)) }
        let share = max(1, (asked ?? 2000) / max(1, MutationSample.all.count))
        let tally = try await withThrowingTaskGroup(of: MutationTally.self) { group in
            for sample in MutationSample.all {
                group.addTask { try Self.tally(of: sample, mutants: share) }
            }
            return try await group.reduce(into: MutationTally()) { $0.add($1) }
        }
        if asked != nil { print(tally.table) }
        #expect(tally.count >= share * MutationSample.all.count)
        for failure in tally.failures.prefix(asked == nil ? 20 : 400) {
            Issue.record("wrong but accepted: \(failure)")
        }
    }

    /// Reads so many mutants of a sample, each made from its own seed.
    private static func tally(of sample: MutationSample, mutants: Int) throws -> MutationTally {
        let mutations = Mutation.all(of: sample.format)
        var tally = MutationTally()
        var seed: UInt64 = 0
        while tally.count < mutants {
            seed += 1
            let mutation = mutations[Int(seed) % mutations.count]
            var generator = SeededGenerator(seed: seed)
            guard !mayHeal(mutation, sample), let mutant = mutation.make(sample, &generator)
            else { continue }
            let home = Int.random(in: sample.originals.indices, using: &generator)
            let trial = try MutationTrial(
                mutant,
                named: sample.name,
                home: MutationSample.homes[home]
            )
            tally.note(
                MutationVerdict(mutation, mutant, trial, of: sample.originals[home]),
                of: mutation.name,
                "\(sample.name) seed \(seed)\(shown(mutant))"
            )
        }
        return tally
    }

    /// Whether what a sample is refused for as a whole may be what is spoilt.
    private static func mayHeal(_ mutation: Mutation, _ sample: MutationSample) -> Bool {
        let report = sample.originals[0].report
        return mutation.relation != .same && report.outcome == .refused
            && report.problems.first.contains { $0.place.line == 0 }
    }

    /// The spoilt line of a mutant as it now stands.
    private static func shown(_ mutant: Mutant) -> String {
        guard getenv("AMBLE_MUTANTS") != nil, let line = mutant.lines?.lowerBound else { return "" }
        let lines = mutant.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.indices.contains(line - 1) else { return "" }
        return " line \(line) " + ShownText.quoted(lines[line - 1].prefix(160))
    }
}
