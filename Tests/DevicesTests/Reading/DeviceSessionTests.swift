import Devices
import Dispatch
import Synchronization
import TestSupport
import Testing

@Suite("An open device")
struct DeviceSessionTests {
    /// A tree whose reads a test holds up, and whose one file it changes.
    private final class SlowTree: ReadOnlyTree, Sendable {
        struct State: Sendable {
            var size: Int64 = 4
            var isGone = false
            var readers = 0
            var most = 0
            var listings = 0
        }

        let root = TreeEntry(path: [], kind: .folder, handle: 0)
        let state = Mutex(State())
        let begun = DispatchSemaphore(value: 0)
        let gate = DispatchSemaphore(value: 0)
        let isHeldUp: Bool

        init(isHeldUp: Bool = false) { self.isHeldUp = isHeldUp }

        static func file(size: Int64 = 4) -> TreeEntry {
            TreeEntry(path: ["A", "B", "c.csv"], kind: .file, size: size, handle: 3)
        }

        func entries(of folder: TreeEntry) throws(DeviceError) -> [TreeEntry] {
            state.withLock { $0.listings += 1 }
            switch folder.path.count {
            case 0: return [TreeEntry(path: ["A"], kind: .folder, handle: 1)]
            case 1: return [TreeEntry(path: ["A", "B"], kind: .folder, handle: 2)]
            default: return [SlowTree.file(size: state.withLock { $0.size })]
            }
        }

        func read(
            _ file: TreeEntry,
            at offset: Int64,
            into buffer: UnsafeMutableRawBufferPointer
        ) throws(DeviceError) -> Int {
            state.withLock {
                $0.readers += 1
                $0.most = max($0.most, $0.readers)
            }
            if isHeldUp {
                begun.signal()
                gate.wait()
            }
            state.withLock { $0.readers -= 1 }
            buffer.copyBytes(from: [7, 8, 9, 10])
            return 4
        }

        func checkPresence() throws(DeviceError) {
            if state.withLock({ $0.isGone }) { throw .gone }
        }
    }

    private func read(_ session: DeviceSession) throws(DeviceError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 1)
        defer { buffer.deallocate() }
        let count = try session.read(SlowTree.file(), at: 0, into: buffer)
        return Array(buffer[..<count])
    }

    private func session(
        _ tree: any ReadOnlyTree,
        closing: @escaping () -> Void = {}
    ) -> DeviceSession {
        let queue = DispatchQueue(label: "amble.test.device")
        return DeviceSession(tree, queue: queue, stop: StopSign(), closing: closing)
    }

    @Test("Several readers at once are answered one after the other")
    func readers() {
        let tree = SlowTree()
        let session = session(tree)
        let right = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 50) { _ in
            if (try? read(session)) == [7, 8, 9, 10] { right.add(1, ordering: .relaxed) }
        }
        #expect(right.load(ordering: .relaxed) == 50)
        #expect(tree.state.withLock { $0.most } == 1)
    }

    @Test("Closed in the middle of a read, that one ends, and the device is given back once")
    func closing() throws {
        let tree = SlowTree(isHeldUp: true)
        let closings = Atomic(0)
        let session = session(tree) { closings.add(1, ordering: .relaxed) }
        let answers = Mutex<[Result<[UInt8], DeviceError>]>([])
        let ended = DispatchSemaphore(value: 0)
        DispatchQueue(label: "amble.test.reader").async {
            let answer = Result { () throws(DeviceError) in try self.read(session) }
            answers.withLock { $0.append(answer) }
            ended.signal()
        }
        tree.begun.wait()
        session.close()
        session.close()
        #expect(closings.load(ordering: .relaxed) == 0)
        tree.gate.signal()
        ended.wait()
        #expect(answers.withLock { $0 } == [.success([7, 8, 9, 10])])
        #expect(eventually { closings.load(ordering: .relaxed) == 1 })
        #expect(throws: DeviceError.stopped) { try read(session) }
        #expect(throws: DeviceError.stopped) { try session.isUnchanged(SlowTree.file()) }
        #expect(closings.load(ordering: .relaxed) == 1)
    }

    @Test("A session that nobody closed gives its device back when it goes")
    func forgotten() {
        let closings = Atomic(0)
        do { _ = session(SlowTree()) { closings.add(1, ordering: .relaxed) } }
        #expect(closings.load(ordering: .relaxed) == 1)
    }

    @Test("A file deep down is unchanged while size and time are, and its folders are found once")
    func unchanged() throws {
        let tree = SlowTree()
        let session = session(tree)
        #expect(try session.isUnchanged(SlowTree.file()))
        #expect(tree.state.withLock { $0.listings } == 3)
        tree.state.withLock { $0.size = 5 }
        #expect(try !session.isUnchanged(SlowTree.file()))
        #expect(tree.state.withLock { $0.listings } == 4)
        let elsewhere = TreeEntry(path: ["X", "c.csv"], kind: .file, size: 4, handle: 9)
        #expect(try !session.isUnchanged(elsewhere))
        tree.state.withLock { $0.isGone = true }
        #expect(throws: DeviceError.gone) { try session.isUnchanged(SlowTree.file(size: 5)) }
    }
}
