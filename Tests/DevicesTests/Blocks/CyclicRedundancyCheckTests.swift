@testable import Devices
import Testing

@Suite("Check numbers of GPT")
struct CyclicRedundancyCheckTests {
    @Test("The check number of the nine digits is the published one")
    func published() {
        // The "check" value of CRC-32/ISO-HDLC in Williams's catalogue of parametrised CRCs.
        #expect(CyclicRedundancyCheck.value(of: Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CyclicRedundancyCheck.value(of: []) == 0)
    }
}
