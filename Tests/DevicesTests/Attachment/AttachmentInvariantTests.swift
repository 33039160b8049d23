import Devices
import LinuxSystem
import TestSupport
import Testing

@Suite("What holds for any course of events")
struct AttachmentInvariantTests {
    /// All that was told, put together: what the reader of the decisions believes.
    private struct Believer {
        var attached: [AttachmentID: Devices.Attachment] = [:]
        var contradictions = 0

        mutating func take(_ decisions: [AttachmentDecision]) {
            for decision in decisions {
                switch decision {
                case .appeared(let attachment):
                    if attached.updateValue(attachment, forKey: attachment.id) != nil {
                        contradictions += 1
                    }
                case .changed(let attachment), .tryAgain(let attachment):
                    if attached.updateValue(attachment, forKey: attachment.id) == nil {
                        contradictions += 1
                    }
                case .vanished(let id):
                    if attached.removeValue(forKey: id) == nil { contradictions += 1 }
                }
            }
        }
    }

    private let mounts = [
        MountTable(), MountTable(mounts: [Fake.mount()]),
        MountTable(mounts: [Fake.mount(DeviceNumber(major: 8, minor: 17), source: "/dev/sdb1")]),
    ]

    private func event(_ generator: inout SeededGenerator) -> UdevDevice {
        let actions: [UdevDevice.Action] = [
            .add, .change, .bind, .unbind, .remove, .move, .present,
        ]
        let action = actions.randomElement(using: &generator) ?? .add
        let type = ["vfat", "exfat", nil].randomElement(using: &generator) ?? nil
        let number = Int.random(in: 4...5, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return Fake.block(action, sequence: number, fileSystem: type)
        case 1: return Fake.block(action, "sdb1", device: number, fileSystem: type)
        case 2: return Fake.usb("091e", "0003", action: action, device: number)
        case 3:
            let properties = ["ID_MTP_DEVICE": "1"]
            return Fake.usb("091e", "4f98", action: action, properties: properties)
        case 4: return Fake.usb("0590", "0028", action: action, path: Fake.usbPath + "2")
        default:
            let paths = [Fake.usbPath, Fake.blockPath("sdb"), Fake.blockPath("sdb/sdb1")]
            return Fake.removal(paths.randomElement(using: &generator) ?? Fake.usbPath)
        }
    }

    private func outcome(_ generator: inout SeededGenerator) -> ReadingOutcome {
        let outcomes: [ReadingOutcome] = [
            .began, .read, .failed(.busy(holder: nil)), .failed(.gone), .failed(.stopped),
            .failed(.notPermitted(FilePath("/dev/sdb"))),
        ]
        return outcomes.randomElement(using: &generator) ?? .began
    }

    @Test("What was told always adds up to what is attached", arguments: 0..<40)
    func addsUp(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var tracker = AttachmentTracker()
        var believer = Believer()
        var now: Int64 = 0
        for _ in 0..<300 {
            now += Int64.random(in: 0..<15_000, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0:
                believer.take(
                    tracker.take(mounts.randomElement(using: &generator) ?? MountTable(), at: now)
                )
            case 1: believer.take(tracker.look(at: now))
            case 2, 3:
                guard let id = tracker.attachments.randomElement(using: &generator)?.id else {
                    break
                }
                believer.take(tracker.take(outcome(&generator), of: id, at: now))
            default: believer.take(tracker.take(.event(event(&generator)), at: now))
            }
            #expect(Set(believer.attached.keys) == Set(tracker.attachments.map(\.id)))
        }
        #expect(believer.contradictions == 0)
        believer.take(tracker.take(.everything([]), at: now))
        #expect(believer.attached.isEmpty)
        #expect(tracker.nextLook == nil)
    }

    @Test("Saying everything twice changes nothing", arguments: 0..<20)
    func twice(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var tracker = AttachmentTracker()
        for _ in 0..<100 {
            let event = event(&generator)
            _ = tracker.take(.event(event), at: 0)
            #expect(tracker.take(.event(event), at: 0).isEmpty)
        }
    }

    @Test("What was read is asked for again only in another stay", arguments: 0..<20)
    func readOnce(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var tracker = AttachmentTracker()
        var read: Set<AttachmentID> = []
        for turn in 0..<600 {
            let decisions =
                turn.isMultiple(of: 2)
                ? tracker.take(.event(event(&generator)), at: 0)
                : tracker.take(mounts.randomElement(using: &generator) ?? MountTable(), at: 0)
            for decision in decisions {
                if case .vanished(let id) = decision { read.remove(id) }
                guard let attachment = decision.attachment, attachment.isReadable else { continue }
                #expect(read.insert(attachment.id).inserted)
                _ = tracker.take(.began, of: attachment.id, at: 0)
                _ = tracker.take(.read, of: attachment.id, at: 0)
            }
        }
    }
}
