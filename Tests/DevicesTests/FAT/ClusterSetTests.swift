@testable import Devices
import TestSupport
import Testing

@Suite("Sets of clusters")
struct ClusterSetTests {
    @Test("A cluster is new once, however far apart clusters lie")
    func newOnce() {
        var met = ClusterSet()
        // The edges of words (64) and pages (32 768), and the largest number that there is.
        let clusters: [UInt32] = [2, 63, 64, 32_767, 32_768, 65_535, 65_536, 0x0FFF_FFF6]
        #expect(clusters.allSatisfy { met.insert($0) })
        #expect(!clusters.contains { met.insert($0) })
        #expect(met.insert(3) && met.insert(32_769) && !met.insert(3))
    }

    @Test("It agrees with the set of the library")
    func agrees() {
        var random = SeededGenerator(seed: 12)
        var met = ClusterSet()
        var expected: Set<UInt32> = []
        let isSame = (0..<20_000).allSatisfy { _ in
            let cluster = UInt32.random(in: 2...100_000, using: &random)
            return met.insert(cluster) == expected.insert(cluster).inserted
        }
        #expect(isSame)
    }
}
