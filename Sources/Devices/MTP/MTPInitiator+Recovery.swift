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
    /// What was only told to stop is let come to its end first, if that is near: some devices fall
    /// silent when a transfer is broken off.
    ///
    /// - Throws: `gone`, or what the system refuses; a pipe that stays halted shows in the next
    ///   operation.
    func regainStep() throws(DeviceError) {
        if wasStopped, try emptyPipe() { return }
        var data: [UInt8] = []
        data.appendLittleEndian(Self.cancelTransaction)
        data.appendLittleEndian(transaction)
        try request(.cancel, data)
        try emptyPipe()
    }

    /// Sets the device back to where it has no session, as after plugging it in.
    ///
    /// The last resort: there are phones that answer nothing more after it until they are plugged
    /// in anew.
    ///
    /// - Throws: as `regainStep`.
    func reset() throws(DeviceError) {
        try request(.reset, [])
        try emptyPipe()
        hasSession = false
    }

    /// Reads what is left until nothing more comes.
    ///
    /// - Returns: whether it came to that.
    @discardableResult
    private func emptyPipe() throws(DeviceError) -> Bool {
        if mayBeHalted { try clearHalts() }
        let patience = briefPatience(transferMilliseconds: timing.drainMilliseconds)
        var isEmpty = true
        do throws(DeviceError) {
            isEmpty = try input.drain(patience)
        } catch .damaged {
            // Some devices halt a pipe that is read while there is nothing in it.
            try clearHalts()
        }
        mayBeHalted = false
        wasStopped = false
        isOutOfStep = false
        return isEmpty
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
