import Devices
import LinuxSystem
import Testing

@Suite("Patience with devices")
struct ReadingPatienceTests {
    @Test("A busy device is asked at growing distances, and for two hours")
    func busy() {
        var patience = ReadingPatience()
        var waits: [Int64] = []
        while let wait = patience.wait(after: .busy(holder: "gvfs")) { waits.append(wait) }
        #expect(waits.prefix(8) == [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000])
        #expect(waits.count == 120)
    }

    @Test("Permissions that come a moment late are waited for, and then given up")
    func permissions() {
        var patience = ReadingPatience()
        let error = DeviceError.notPermitted(FilePath("/dev/sdb"))
        let waits = (0..<4).map { _ in patience.wait(after: error) }
        #expect(waits == [500, 1_500, 5_000, nil])
    }

    @Test("A device that garbles is tried three times more")
    func garbled() {
        var patience = ReadingPatience()
        let errors: [DeviceError] = [.damaged("x"), .timedOut("y"), .damaged("z"), .timedOut("y")]
        #expect(errors.map { patience.wait(after: $0) } == [3_000, 10_000, 30_000, nil])
    }

    @Test(
        "What no second try can mend is not tried again",
        arguments: [DeviceError.gone, .stopped, .unsupported("a stick of another kind")]
    )
    func hopeless(error: DeviceError) {
        var patience = ReadingPatience()
        #expect(patience.wait(after: error) == nil)
    }
}
