import Devices
import LinuxSystem
import Testing

@Suite("What comes of readings")
struct ReadingOutcomeTests {
    private let id = AttachmentID(syspath: Fake.blockPath("sdb"), occurrence: "diskseq 12")
    private let mounts = MountTable(mounts: [Fake.mount()])

    private func attached() -> AttachmentTracker {
        var tracker = AttachmentTracker()
        _ = tracker.feed(Fake.block())
        return tracker
    }

    @Test("What was read is never asked for again, whatever is told of it")
    func read() {
        var tracker = attached()
        #expect(tracker.take(.began, of: id, at: 0).isEmpty)
        #expect(tracker.take(.read, of: id, at: 10).isEmpty)
        #expect(tracker.feed(Fake.block(.change), Fake.block(.bind)).isEmpty)
        #expect(tracker.take(mounts, at: 20).isEmpty)
        #expect(tracker.nextLook == nil)
        #expect(tracker.attachments.first?.alternatives.count == 2)
    }

    @Test("A mount that comes while the node is read is told only when that fails")
    func newsWhileReading() {
        var tracker = attached()
        _ = tracker.take(.began, of: id, at: 0)
        #expect(tracker.take(mounts, at: 5).isEmpty)
        let failed = tracker.take(
            .failed(.notPermitted(FilePath("/dev/sdb"))),
            of: id,
            at: 10
        )
        #expect(failed.map(\.word) == ["tryAgain"])
        #expect(failed.first?.attachment?.alternatives.count == 2)
    }

    @Test("A busy device is tried again after 2, 5, 10, 30, 60 and then every 300 seconds")
    func busy() {
        var tracker = attached()
        var now: Int64 = 0
        var waits: [Int64] = []
        for _ in 0..<8 {
            _ = tracker.take(.began, of: id, at: now)
            _ = tracker.take(.failed(.busy(holder: "gvfs")), of: id, at: now)
            guard let next = tracker.nextLook else { break }
            waits.append((next - now) / 1000)
            #expect(tracker.look(at: next - 1).isEmpty)
            now = next
            #expect(tracker.look(at: now).map(\.word) == ["tryAgain"])
        }
        #expect(waits == [2, 5, 10, 30, 60, 300, 300, 300])
    }

    @Test("Damage is tried again three times, then no more")
    func damaged() {
        var tracker = attached()
        var now: Int64 = 0
        var waits: [Int64] = []
        for _ in 0..<8 {
            _ = tracker.take(.failed(.damaged("a chain ends early")), of: id, at: now)
            guard let next = tracker.nextLook else { break }
            waits.append((next - now) / 1000)
            now = next
            _ = tracker.look(at: now)
        }
        #expect(waits == [5, 30, 120])
    }

    @Test("What is not permitted waits for udev to speak again, or for a mount")
    func forbidden() {
        var tracker = attached()
        let outcome = ReadingOutcome.failed(.notPermitted(FilePath("/dev/sdb")))
        #expect(tracker.take(outcome, of: id, at: 0).isEmpty)
        #expect(tracker.nextLook == nil)
        #expect(tracker.feed(Fake.block(.change)).map(\.word) == ["tryAgain"])
        #expect(tracker.feed(Fake.block(.change)).isEmpty)
        #expect(tracker.take(outcome, of: id, at: 0).isEmpty)
        #expect(tracker.take(mounts, at: 0).map(\.word) == ["changed"])
    }

    @Test("What is not supported, or was stopped, rests", arguments: [true, false])
    func rests(isStopped: Bool) {
        var tracker = attached()
        let error = isStopped ? DeviceError.stopped : .unsupported("NTFS inside FAT")
        #expect(tracker.take(.failed(error), of: id, at: 0).isEmpty)
        #expect(tracker.nextLook == nil)
        #expect(tracker.feed(Fake.block(.change)).isEmpty)
    }

    @Test("The outcome of a stay that is over means nothing for the next")
    func late() {
        var tracker = attached()
        _ = tracker.feed(Fake.block(sequence: 13))
        #expect(tracker.take(.failed(.gone), of: id, at: 0).isEmpty)
        #expect(tracker.nextLook == nil)
        #expect(tracker.attachments.map(\.id.occurrence) == ["diskseq 13"])
    }
}
