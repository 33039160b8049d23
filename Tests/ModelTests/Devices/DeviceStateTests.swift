import Model
import Testing

@Suite("The states of devices")
struct DeviceStateTests {
    @Test("What waits, is read or was read is no trouble, anything else may be")
    func trouble() {
        #expect(DeviceState.allCases.filter { !$0.isTrouble } == [.waiting, .reading, .read])
    }
}
