import TestSupport
import Testing

@testable import Ingest

struct AdmissionTests {
    @Test func `files are admitted up to the width`() {
        var admission = Admission(width: 2)
        for _ in 0..<2 {
            #expect(admission.admits(bytes: 10))
            admission.begin(bytes: 10)
        }
        #expect(!admission.admits(bytes: 0))
        admission.end(bytes: 10)
        #expect(admission.admits(bytes: 10))
    }

    @Test func `files are admitted up to the bytes, to the last one`() {
        var admission = Admission(width: 9, byteLimit: 100)
        admission.begin(bytes: 60)
        #expect(admission.admits(bytes: 40))
        #expect(!admission.admits(bytes: 41))
    }

    @Test func `a file larger than the whole allowance runs alone`() {
        var admission = Admission(width: 9, byteLimit: 100)
        #expect(admission.admits(bytes: .max))
        admission.begin(bytes: 1_000)
        #expect(!admission.admits(bytes: 0))
        admission.end(bytes: 1_000)
        admission.begin(bytes: 1)
        #expect(!admission.admits(bytes: 1_000))
    }

    @Test func `a width below one still lets one file through`() {
        var admission = Admission(width: 0)
        #expect(admission.admits(bytes: 5))
        admission.begin(bytes: 5)
        #expect(!admission.admits(bytes: 5))
    }

    @Test func `a length that makes no sense counts as nothing`() {
        var admission = Admission(width: 2)
        admission.begin(bytes: -5)
        #expect(admission.bytesInWork == 0)
        admission.end(bytes: -5)
        #expect(admission == Admission(width: 2))
    }

    @Test func `the source pauses at the high mark and goes on at the low one`() {
        var admission = Admission(width: 1, highMark: 10, lowMark: 3)
        #expect(admission.pressure(waiting: 9) == nil)
        #expect(admission.pressure(waiting: 10) == .pause)
        #expect(admission.isPaused)
        #expect(admission.pressure(waiting: 12) == nil)
        #expect(admission.pressure(waiting: 4) == nil)
        #expect(admission.pressure(waiting: 3) == .resume)
        #expect(admission.pressure(waiting: 9) == nil)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `whatever comes and goes, the limits hold and nothing is left over`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var admission = Admission(width: 4, byteLimit: 1_000)
        var inWork: [Int64] = []
        for _ in 0..<1_000 {
            let bytes = Int64.random(in: 0...1_300, using: &generator)
            if admission.admits(bytes: bytes), Bool.random(using: &generator) {
                admission.begin(bytes: bytes)
                inWork.append(bytes)
            } else if !inWork.isEmpty {
                let index = Int.random(in: 0..<inWork.count, using: &generator)
                admission.end(bytes: inWork.remove(at: index))
            }
            let sum = inWork.reduce(0, +)
            #expect(inWork.count <= 4 && (inWork.count == 1 || sum <= 1_000))
            #expect(admission.filesInWork == inWork.count && admission.bytesInWork == sum)
        }
        for bytes in inWork { admission.end(bytes: bytes) }
        #expect(admission == Admission(width: 4, byteLimit: 1_000))
    }
}
