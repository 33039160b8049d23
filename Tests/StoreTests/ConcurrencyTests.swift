import Dispatch
import Model
import Testing

@testable import Store

struct ConcurrencyTests {
    @Test func `calls from many threads wait for each other`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let store = try WalkStore(path: folder.database)
        DispatchQueue.concurrentPerform(iterations: 24) { number in
            let steps = (0..<50).map { minute(number * 1440 + $0, 5) }
            _ = try? store.record(file(number), draft(steps: steps))
            _ = try? store.markedDays(person: "me")
        }
        #expect(try store.files(person: nil).count == 24)
        #expect(try store.markedDays(person: "me").ranges == [days(0, 23)])
    }

    @Test func `a reader sees whole files while another store writes`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let writer = try WalkStore(path: folder.database)
        try writer.note(file(99))
        let reader = try WalkStore.openReadOnly(path: folder.database)
        DispatchQueue.concurrentPerform(iterations: 2) { role in
            for number in 0..<30 {
                if role == 0 {
                    let steps = (0..<100).map { minute(number * 1440 + $0, 5) }
                    _ = try? writer.record(file(number), draft(steps: steps))
                } else {
                    let found = try? reader.observations(
                        person: "me",
                        in: minutes(0..<40 * 1440),
                        limits: limits
                    )
                    #expect(found.map { $0.steps.count % 100 } == 0)
                }
            }
        }
        let all = try reader.observations(
            person: "me",
            in: minutes(0..<40 * 1440),
            limits: limits
        )
        #expect(all.steps.count == 3000)
    }

    @Test func `a reader is no obstacle to closing`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let writer = try WalkStore(path: folder.database)
        try writer.note(file(1))
        let reader = try WalkStore.openReadOnly(path: folder.database)
        writer.close()
        #expect(try reader.files(person: nil).count == 1)
        // Nothing is left in the log, so the next one to open need not check everything.
        #expect(!DatabaseFiles.hasLog(folder.database))
        reader.close()
        let again = try WalkStore.openReadOnly(path: folder.database)
        #expect(try again.files(person: nil).count == 1)
        again.close()
    }
}
