import TestSupport

@testable import Devices

/// An invented HJ-720IT behind the seam: no time passes in it.
final class FakeOmron: USBConnection {
    let model: OmronModel
    /// How many calls were made: a bound on how long a reading can last.
    private(set) var calls = 0

    init(_ model: OmronModel) {
        self.model = model
    }

    func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        try call()
        let isKnown = model.control(
            type: request.type,
            request: request.request,
            value: request.value,
            data: data
        )
        if !isKnown { throw .damaged("stalled") }
    }

    func read(
        endpoint: USBEndpoint,
        length: Int,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8] {
        try call()
        guard endpoint.address == 0x81, endpoint.kind == .interrupt, length == 8,
            timeoutMilliseconds > 0
        else { throw .damaged("no such endpoint") }
        if let report = model.next() { return report }
        if model.isGone { throw .gone }
        throw .timedOut("no report")
    }

    func write(
        _ bytes: [UInt8],
        to endpoint: USBEndpoint,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        try call()
        guard endpoint.address == 0x02, endpoint.kind == .interrupt, bytes.count == 8,
            timeoutMilliseconds > 0
        else { throw .damaged("no such endpoint") }
        model.take(bytes)
    }

    func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError) {
        try call()
    }

    private func call() throws(DeviceError) {
        calls += 1
        if model.isGone { throw .gone }
    }
}
