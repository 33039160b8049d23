import Dispatch
import Glibc
import LinuxSystem
import Testing

@Suite(.serialized)
struct SignalSourcesTests {
    private let queue = DispatchQueue(label: "amble.tests.signals")

    @Test(arguments: [
        (SIGTERM, SignalSources.Signal.terminate), (SIGINT, .interrupt), (SIGHUP, .hangUp),
    ])
    func `a signal is delivered on the queue`(number: Int32, kind: SignalSources.Signal) {
        let arrived = DispatchSemaphore(value: 0)
        let listening = DispatchSemaphore(value: 0)
        let queue = queue
        let sources = SignalSources([kind], queue: queue, whenListening: { listening.signal() }) {
            dispatchPrecondition(condition: .onQueue(queue))
            if $0 == kind { arrived.signal() }
        }
        // Before that the signal would end the tests.
        guard listening.wait(timeout: .now() + 120) == .success else {
            Issue.record("the signal was not taken over")
            return
        }
        kill(getpid(), number)
        #expect(arrived.wait(timeout: .now() + 120) == .success)
        sources.cancel()
    }

    @Test func `a closed pipe is an error, not the end`() throws {
        SignalSources.ignoreBrokenPipes()
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let writer = FileDescriptor(owning: ends[1])
        let error = #expect(throws: SystemError.self) { try writer.writeAll([1]) }
        #expect(error?.code == EPIPE)
    }
}
