import Devices
import Model
import Testing

@testable import Daemon

@Suite("How the volumes of a device stand")
struct DeviceStandingsTests {
    private typealias Standing = DeviceStandings.Standing

    private func joined(_ standings: (DeviceState, String?)...) -> Standing? {
        let all = DeviceStandings()
        var last: Standing?
        for (number, standing) in standings.enumerated() {
            last = all.note(
                Standing(state: standing.0, message: standing.1),
                of: attachment("sd\(number)").id,
                serial: "E5F1"
            )
        }
        return last
    }

    @Test("A device stands as its volumes do when they agree, and is read while one of them is")
    func agreement() {
        #expect(joined((.read, nil)) == Standing(state: .read))
        #expect(joined((.read, nil), (.read, nil)) == Standing(state: .read))
        #expect(joined((.failed, "x"), (.reading, nil)) == Standing(state: .reading))
        #expect(joined((.busy, "x"), (.busy, "x")) == Standing(state: .busy, message: "x"))
        #expect(joined((.busy, "x"), (.busy, "y")) == Standing(state: .busy, message: "x; y"))
    }

    @Test("One that was read does not hide one that was not, nor the other way round")
    func disagreement() {
        let partly = Standing(state: .partly, message: "mount it")
        #expect(joined((.read, nil), (.waiting, "mount it")) == partly)
        #expect(joined((.waiting, "mount it"), (.read, nil)) == partly)
        #expect(
            joined((.waiting, nil), (.forbidden, "x")) == Standing(state: .forbidden, message: "x")
        )
        #expect(joined((.busy, nil), (.failed, nil)) == Standing(state: .busy))
    }

    @Test("A volume that went, and those of other devices, say nothing")
    func others() {
        let all = DeviceStandings()
        _ = all.note(Standing(state: .failed), of: attachment("sda").id, serial: "E5F1")
        _ = all.note(Standing(state: .busy), of: attachment("sdb").id, serial: "OTHER")
        all.forget(attachment("sda").id)
        let now = all.note(Standing(state: .read), of: attachment("sdc").id, serial: "E5F1")
        #expect(now == Standing(state: .read))
    }
}
