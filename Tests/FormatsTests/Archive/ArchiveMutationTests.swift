import Glibc
import TestSupport
import Testing

@testable import Formats

/// Archives of the samples, mangled in seeded ways: what comes out of one is the content that went in,
/// or the archive says that it is damaged; never another content.
///
/// `AMBLE_MUTANTS=100000` asks for that many; a share runs always.
@Suite struct ArchiveMutationTests {
    /// A way of mangling an archive.
    private struct Mangling: Sendable {
        let name: String
        let apply: @Sendable (inout [UInt8], inout SeededGenerator) -> Void
    }

    /// What came out of archives mangled in one way.
    private struct Counts {
        var exact = 0
        var refused = 0
        var wrong = 0
    }

    private static let manglings = [
        Mangling(name: "nothing") { _, _ in },
        Mangling(name: "a byte is another") { bytes, generator in
            let place = Int.random(in: bytes.indices, using: &generator)
            bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
        },
        Mangling(name: "cut") { bytes, generator in
            bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
        },
        Mangling(name: "bytes are gone") { bytes, generator in
            bytes.removeSubrange(piece(of: bytes, &generator))
        },
        Mangling(name: "bytes stand twice") { bytes, generator in
            let piece = piece(of: bytes, &generator)
            bytes.insert(contentsOf: bytes[piece], at: piece.lowerBound)
        },
        Mangling(name: "zeros for bytes") { bytes, generator in
            for place in piece(of: bytes, &generator) { bytes[place] = 0 }
        },
        Mangling(name: "something behind it") { bytes, generator in
            let count = Int.random(in: 1...600, using: &generator)
            bytes += (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        },
    ]

    /// The files of an archive, and how they lie in it.
    private static func files(_ generator: inout SeededGenerator) -> [PackedFile] {
        let count = Int.random(in: 1...4, using: &generator)
        return MutationSample.all.shuffled(using: &generator).prefix(count).map { sample in
            var file = PackedFile("Takeout/" + sample.name, Array(sample.bytes.prefix(20_000)))
            file.method = Bool.random(using: &generator) ? 8 : 0
            return file
        }
    }

    private static func piece(
        of bytes: [UInt8],
        _ generator: inout SeededGenerator
    ) -> Range<Int> {
        let start = Int.random(in: bytes.indices, using: &generator)
        return start..<min(bytes.count, start + Int.random(in: 1...300, using: &generator))
    }

    private static let asked = getenv("AMBLE_MUTANTS").flatMap { Int(String(cString: $0)) }

    /// Runs so many mutants of archives; a mutant gives contents or a fault.
    private func tally(
        _ contents: (inout SeededGenerator, Mangling) throws -> (had: [[UInt8]], has: [[UInt8]])
    ) -> [String: Counts] {
        var counts: [String: Counts] = [:]
        for seed in 0..<(Self.asked ?? 2000) / 10 {
            var generator = SeededGenerator(seed: UInt64(seed))
            let mangling = Self.manglings[seed % Self.manglings.count]
            do {
                let (had, has) = try contents(&generator, mangling)
                if has.allSatisfy(had.contains), !has.isEmpty || mangling.name != "nothing" {
                    counts[mangling.name, default: Counts()].exact += 1
                } else {
                    counts[mangling.name, default: Counts()].wrong += 1
                    Issue.record("another content, seed \(seed): \(mangling.name)")
                }
            } catch {
                counts[mangling.name, default: Counts()].refused += 1
                #expect(error is ArchiveFault, "seed \(seed): \(error)")
                #expect(mangling.name != "nothing", "seed \(seed): \(error)")
            }
        }
        guard Self.asked != nil else { return counts }
        for (name, some) in counts.sorted(by: { $0.key < $1.key }) {
            print("\(name): exact \(some.exact), refused \(some.refused), wrong \(some.wrong)")
        }
        return counts
    }

    @Test func `no file of a mangled zip is another file`() {
        let counts = tally { generator, mangling in
            let files = Self.files(&generator)
            var bytes = ArchiveWriter.zip(files)
            mangling.apply(&bytes, &generator)
            return (files.map(\.content), Array(try ArchiveTrial.unzip(bytes).values))
        }
        #expect(counts.count == Self.manglings.count)
        #expect(counts["a byte is another"]?.refused ?? 0 > 0)
    }

    @Test func `what comes out of a mangled gzip is what went in`() {
        let counts = tally { generator, mangling in
            let content = Self.files(&generator).flatMap(\.content)
            var bytes = ArchiveWriter.gzip(content)
            mangling.apply(&bytes, &generator)
            // All of it twice are two streams, as gzip allows.
            return ([content, content + content], [try ArchiveTrial.gunzip(bytes)])
        }
        #expect(counts.count == Self.manglings.count)
        #expect(counts["a byte is another"]?.refused ?? 0 > 0)
    }
}
