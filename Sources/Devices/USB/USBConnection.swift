/// An opened USB device of which one interface is claimed: the seam between protocols and libusb.
///
/// One queue at a time owns a connection; calls block until the transfer ends or its time is up.
/// Letting go of the connection gives the interface back.
package protocol USBConnection: AnyObject {
    /// Sends a control request with data to the device.
    ///
    /// - Parameters:
    ///   - request: the setup packet's first fields.
    ///   - data: what is sent.
    ///   - timeoutMilliseconds: how long it may take, more than 0.
    /// - Throws: `gone`, `timedOut`, or `damaged` when the device stalls the request.
    func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError)

    /// Reads from a bulk or interrupt endpoint (bit 7 of the address set).
    ///
    /// - Returns: what came, at most `length` bytes; empty for an empty packet.
    /// - Throws: `gone`, `timedOut`, or `damaged` when more came than was asked for or the endpoint
    ///   is halted.
    func read(
        endpoint: USBEndpoint,
        length: Int,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8]

    /// Writes all bytes to a bulk or interrupt endpoint.
    ///
    /// - Throws: as `read`.
    func write(
        _ bytes: [UInt8],
        to endpoint: USBEndpoint,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError)

    /// Takes a halt off an endpoint after a stall.
    func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError)
}

/// The first fields of a control request (USB 2.0 §9.3).
package struct USBControlRequest: Hashable, Sendable {
    /// `bmRequestType`.
    package let type: UInt8
    /// `bRequest`.
    package let request: UInt8
    /// `wValue`.
    package let value: UInt16
    /// `wIndex`.
    package let index: UInt16

    /// Makes a request.
    package init(type: UInt8, request: UInt8, value: UInt16, index: UInt16) {
        self.type = type
        self.request = request
        self.value = value
        self.index = index
    }
}

/// An endpoint of a claimed interface.
package struct USBEndpoint: Hashable, Sendable {
    /// How an endpoint transfers.
    package enum Kind: Hashable, Sendable {
        case bulk
        case interrupt
    }

    /// The address; bit 7 is set for those that the host reads.
    package let address: UInt8
    /// How it transfers.
    package let kind: Kind
    /// The most bytes in one packet.
    package let packetSize: Int

    /// Describes an endpoint.
    package init(address: UInt8, kind: Kind, packetSize: Int) {
        self.address = address
        self.kind = kind
        self.packetSize = packetSize
    }

    /// Whether the host reads from it.
    package var isInput: Bool { address & 0x80 != 0 }
}
