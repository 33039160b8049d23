package import Devices
package import TestSupport

/// The fake behind the seam of USB, without libusb.
extension FakeMTPDevice: USBConnection {
    static let inputEndpoint = USBEndpoint(address: input, kind: .bulk, packetSize: packetBytes)
    static let outputEndpoint = USBEndpoint(address: output, kind: .bulk, packetSize: packetBytes)
    static let eventEndpoint = USBEndpoint(address: events, kind: .interrupt, packetSize: 28)

    /// Times with the fake's own clock.
    var timing: MTPTiming {
        var timing = MTPTiming()
        timing.now = { [unowned self] in clock }
        timing.pause = { [unowned self] in
            pauses.append($0)
            clock += Int64($0)
        }
        return timing
    }

    package func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        _ = try bytes(control(request.request, data))
    }

    package func read(
        endpoint: USBEndpoint,
        length: Int,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8] {
        let outcome = next(upTo: length)
        if outcome == .silent {
            clock += Int64(timeoutMilliseconds)
            timeouts.append(timeoutMilliseconds)
        }
        return try bytes(outcome)
    }

    package func write(
        _ bytes: [UInt8],
        to endpoint: USBEndpoint,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        _ = try self.bytes(take(bytes))
    }

    package func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError) {
        _ = try bytes(clearHalt(endpoint.address))
    }

    private func bytes(_ outcome: Outcome) throws(DeviceError) -> [UInt8] {
        switch outcome {
        case .done(let bytes): return bytes
        case .silent: throw .timedOut("a read")
        case .halted: throw .damaged("the endpoint is halted")
        case .overflow: throw .damaged("overflow")
        case .rubbish: throw .damaged("no command")
        case .gone: throw .gone
        }
    }
}
