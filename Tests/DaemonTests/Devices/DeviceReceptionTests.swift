import Devices
import Dispatch
import Ingest
import Model
import Store
import TestSupport
import Testing

@testable import Daemon

@Suite("What a device holds, on its way into the ledger")
struct DeviceReceptionTests {
    private let device = attachment()

    /// Opens a stick of the test's own.
    private func open(_ stick: FakeStick) throws -> DeviceHolding {
        let queue = DispatchQueue(label: "amble.test.device")
        return try stick.open(
            device,
            queue: queue,
            stop: StopSign(),
            known: [],
            progress: { _ in }
        )
    }

    private func settle(_ delivery: inout DeviceDelivery) {
        for file in delivery.next(atMost: .max) {
            delivery.note(.recorded(record(.known)), of: file)
        }
    }

    @Test("Files that were judged are known, until they are another person's")
    func knownFiles() throws {
        let home = try ServiceHome()
        let workshop = try home.workshop()
        defer { workshop.close() }
        let reception = DeviceReception(household: workshop.household, store: workshop.store)
        let holding = try open(FakeStick(["a.csv": "x", "b.csv": "y"]))
        var delivery = try reception.delivery(of: device, holding)
        #expect(delivery.person == "me" && delivery.serial == "0000E5F1A2B3")
        #expect(try workshop.store.devices().map(\.state) == [.reading])
        #expect(reception.knownFiles(of: device).isEmpty)
        settle(&delivery)
        try reception.conclude(&delivery)
        #expect(Set(reception.knownFiles(of: device).map(\.path)) == ["a.csv", "b.csv"])
        let row = try #require(try workshop.store.devices().first)
        #expect(row.state == .read && row.lastSync == Instant(rfc3339: home.now))
        #expect(row.vendor == "Garmin" && row.product == "eTrex 30" && row.how == "files")

        home.configure("[[device]]\nserial = \"0000E5F1A2B3\"\nperson = \"anna\"\n")
        let other = DeviceReception(household: try home.household(), store: workshop.store)
        #expect(other.knownFiles(of: device).isEmpty)
        #expect(try other.delivery(of: device, open(FakeStick(["a.csv": "x"]))).person == "anna")
    }

    @Test("A reading that the daemon ends in the middle of keeps what was judged")
    func interrupted() throws {
        let home = try ServiceHome()
        let workshop = try home.workshop()
        defer { workshop.close() }
        let reception = DeviceReception(household: workshop.household, store: workshop.store)
        let holding = try open(FakeStick(["a.csv": "x", "b.csv": "y"]))
        var delivery = try reception.delivery(of: device, holding)
        let first = delivery.next(atMost: 1)[0]
        delivery.note(.recorded(record(.known)), of: first)
        try reception.interrupt(&delivery)
        #expect(reception.knownFiles(of: device).map(\.path) == ["a.csv"])
        let row = try #require(try workshop.store.devices().first)
        #expect(row.state == .waiting && row.lastSync == nil)
        #expect(row.message?.hasPrefix("the daemon stopped while it was read") == true)
    }

    @Test("What a volume lacks is not said to be read because another of the device was")
    func volumes() throws {
        let home = try ServiceHome()
        let workshop = try home.workshop()
        defer { workshop.close() }
        let reception = DeviceReception(household: workshop.household, store: workshop.store)
        let card = attachment("sdy", how: .waiting("exFAT: mount it"))
        try reception.note(card, .waiting, message: card.how.sentence)
        let holding = try open(FakeStick([:]))
        var delivery = try reception.delivery(of: device, holding)
        try reception.conclude(&delivery)
        let row = try #require(try workshop.store.devices().first)
        #expect(row.state == .partly && row.message == "exFAT: mount it")
        #expect(row.lastSync != nil)
        reception.forget(card.id)
        var again = try reception.delivery(of: device, holding)
        try reception.conclude(&again)
        #expect(try workshop.store.devices().map(\.state) == [.read])
        #expect(try workshop.store.devices().map(\.message) == [nil])
    }

    @Test(
        "A pedometer belongs to whom its serial does, or else what stands for one",
        arguments: [("SYN1", "anna"), ("091e:2519", "anna"), ("OTHER", "me")]
    )
    func pedometer(serial: String, person: String) throws {
        let home = try ServiceHome("[[device]]\nserial = \"\(serial)\"\nperson = \"anna\"\n")
        let workshop = try home.workshop()
        defer { workshop.close() }
        let reception = DeviceReception(household: workshop.household, store: workshop.store)
        let plugged = attachment(serial: nil, how: .omron(bus: 1, device: 4))
        let memory = PedometerMemory(model: "HJ-720IT", serial: "SYN1", days: [])
        let delivery = try reception.delivery(of: plugged, .memory(memory))
        #expect(delivery.person == person && delivery.serial == "SYN1")
        #expect(delivery.label == "Garmin HJ-720IT (SYN1)")
    }
}
