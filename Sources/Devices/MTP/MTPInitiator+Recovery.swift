extension MTPInitiator {
    /// Requests of the Still Image class (USB Still Image Capture Device Definition 1.0 §5.2).
    private enum ClassRequest: UInt8 {
        case cancel = 0x64
        case reset = 0x66
    }

    /// The code of a request to break off a transaction (§5.2.1 of the same).
    private static let cancelTransaction: UInt16 = 0x4001

    /// Breaks off what the device may still be about, and empties its pipe.
    ///
    /// - Throws: `gone`, or what the system refuses; a pipe that stays halted shows in the next
    ///   operation.
    func regainStep() throws(DeviceError) {
        var data: [UInt8] = []
        data.appendLittleEndian(Self.cancelTransaction)
        data.appendLittleEndian(transaction)
        try request(.cancel, data)
        try emptyPipe()
    }

    /// Sets the device back to where it has no session, as after plugging it in.
    ///
    /// - Throws: as `regainStep`.
    func reset() throws(DeviceError) {
        try request(.reset, [])
        try emptyPipe()
        hasSession = false
    }

    private func emptyPipe() throws(DeviceError) {
        if mayBeHalted { try clearHalts() }
        let patience = briefPatience(transferMilliseconds: timing.drainMilliseconds)
        do throws(DeviceError) {
            try input.drain(patience)
        } catch .damaged {
            // Some devices halt a pipe that is read while there is nothing in it.
            try clearHalts()
        }
        mayBeHalted = false
        isOutOfStep = false
    }

    private func clearHalts() throws(DeviceError) {
        for endpoint in [endpoints.input, endpoints.output] {
            try unlessRefused { () throws(DeviceError) in try connection.clearHalt(endpoint) }
        }
    }

    /// Sends a request of the class; many devices know none of them, which is no error.
    private func request(_ request: ClassRequest, _ data: [UInt8]) throws(DeviceError) {
        try unlessRefused { () throws(DeviceError) in
            try connection.control(
                // To the interface, of its class, from the host.
                USBControlRequest(
                    type: 0x21,
                    request: request.rawValue,
                    value: 0,
                    index: UInt16(interfaceNumber)
                ),
                sending: data,
                timeoutMilliseconds: timing.briefMilliseconds
            )
        }
    }

    private func unlessRefused(
        _ body: () throws(DeviceError) -> Void
    ) throws(DeviceError) {
        do throws(DeviceError) {
            try body()
        } catch {
            switch error {
            case .damaged, .timedOut: return
            default: throw error
            }
        }
    }
}
