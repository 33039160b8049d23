extension MTPInitiator {
    /// Asks the device who it is and opens a session.
    ///
    /// A device that stalls, stays silent or sends something else is brought in step and asked
    /// anew, and after that reset and asked for the last time.
    ///
    /// - Throws: `gone`, `timedOut`, `damaged`, `busy`, `stopped`, or `unsupported` when the device
    ///   opens no session.
    func start() throws(DeviceError) -> MTPDeviceInfo {
        for _ in 0..<2 {
            do throws(DeviceError) {
                return try startOnce()
            } catch {
                switch error {
                case .damaged, .timedOut: break
                default: throw error
                }
            }
        }
        try reset()
        return try startOnce()
    }

    private func startOnce() throws(DeviceError) -> MTPDeviceInfo {
        let reply = try perform(.getDeviceInfo, dataLimit: Self.maximumDataset)
        guard reply.code == .okay else { throw refusal(.getDeviceInfo, reply.code) }
        let info = try MTPDeviceInfo(reply.data)
        try openSession()
        return info
    }

    private func openSession() throws(DeviceError) {
        var code = try perform(.openSession, [Self.session]).code
        if code == .sessionAlreadyOpen {
            // Somebody left it open; what they asked for last must not get into our answers.
            _ = try perform(.closeSession)
            code = try perform(.openSession, [Self.session]).code
        }
        // A device that will not close its session may go on with it.
        guard code == .okay || code == .sessionAlreadyOpen else {
            throw refusal(.openSession, code)
        }
        hasSession = true
    }

    /// Closes the session; when that fails nothing is lost, since the device ends it by itself.
    func close() {
        guard hasSession, !isGone else { return }
        hasSession = false
        let patience = briefPatience(transferMilliseconds: timing.briefMilliseconds)
        _ = try? exchange(.closeSession, [], 0, patience)
    }
}
