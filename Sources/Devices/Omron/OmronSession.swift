/// A conversation with an HJ-720IT (USB.md §2.2): it begins, asks, asks again when an answer is
/// garbled, and ends.
///
/// One queue at a time owns it.
final class OmronSession {
    /// The reports from the device.
    static let input = USBEndpoint(address: 0x81, kind: .interrupt, packetSize: OmronReport.length)
    /// The reports to the device.
    static let output = USBEndpoint(address: 0x02, kind: .interrupt, packetSize: OmronReport.length)
    /// How often one command is sent before the session is begun anew.
    static let attempts = 3
    /// How often a session is begun anew before the device is given up.
    static let restarts = 3

    /// `SET_REPORT` of the feature report to interface 0 (HID 1.11 §7.2.2).
    private static let setMode = USBControlRequest(
        type: 0x21,
        request: 0x09,
        value: 0x0300,
        index: 0
    )
    /// The mode in which a pedometer answers.
    private static let pedometerMode: [UInt8] = [0x01, 0x02]
    /// What clears the device's line buffer; it answers `OK`.
    private static let clearing = [UInt8](repeating: 0, count: 12)
    /// How often the line is cleared until `OK` comes.
    private static let clearings = 3
    /// How many reports of rubbish are read away at once.
    private static let rubbishLimit = 64

    private let connection: any USBConnection
    private let timing: OmronTiming
    private let isStopped: () -> Bool
    private var restartsLeft = OmronSession.restarts

    /// Makes a session that has not begun.
    init(
        _ connection: any USBConnection,
        timing: OmronTiming,
        isStopped: @escaping () -> Bool
    ) {
        self.connection = connection
        self.timing = timing
        self.isStopped = isStopped
    }

    /// Begins the session: the mode, an empty report, and a cleared line.
    func begin() throws(DeviceError) {
        while true {
            do throws(DeviceError) {
                return try beginOnce()
            } catch {
                try spendRestart(after: error)
            }
        }
    }

    /// Asks for the body of an answer that passes a check of the caller's.
    ///
    /// - Parameters:
    ///   - command: what is asked.
    ///   - decode: turns the body into a value; nothing when it breaks the rules.
    /// - Returns: the value.
    /// - Throws: `stopped`, `gone`, or what the last failure was.
    func ask<Value>(
        _ command: OmronCommand,
        _ decode: ([UInt8]) -> Value?
    ) throws(DeviceError) -> Value {
        while true {
            do throws(DeviceError) {
                return try askRepeatedly(command, decode)
            } catch {
                try spendRestart(after: error)
                try begin()
            }
        }
    }

    /// Says goodbye, whatever state the session is in; what the device says to it does not matter.
    func end() {
        do throws(DeviceError) {
            try send(OmronCommand.end.message)
            _ = try connection.read(
                endpoint: Self.input,
                length: OmronReport.length,
                timeoutMilliseconds: timing.farewellMilliseconds
            )
        } catch {
            // The readings are whole, or another error has said already what is wrong.
        }
    }
}

// MARK: - Beginning

extension OmronSession {
    private func beginOnce() throws(DeviceError) {
        try checkStop()
        try connection.control(
            Self.setMode,
            sending: Self.pedometerMode,
            timeoutMilliseconds: timing.reportMilliseconds
        )
        // The empty report that follows says nothing, and neither does what an earlier session may
        // have left.
        try readRubbishAway()
        var failure = DeviceError.timedOut("the pedometer does not answer")
        for _ in 0..<Self.clearings {
            try checkStop()
            try send(Self.clearing)
            do throws(DeviceError) {
                if try isLineClear() { return }
                failure = .damaged("the pedometer answers with rubbish")
            } catch {
                guard error.isPassing else { throw error }
                failure = error
            }
            try readRubbishAway()
        }
        throw failure
    }

    /// Whether the next report that says something says `OK`.
    private func isLineClear() throws(DeviceError) -> Bool {
        var answer = OmronAnswer(to: .end)
        for _ in 0..<answer.reportLimit {
            guard let report = OmronReport(try readPacket(timing.reportMilliseconds)) else {
                return false
            }
            switch answer.take(report) {
            case .incomplete: continue
            case .body: return true
            case .refusal, .broken: return false
            }
        }
        return false
    }

    /// Begins anew when that may help and was not done too often.
    private func spendRestart(after error: DeviceError) throws(DeviceError) {
        guard error.isPassing, restartsLeft > 0 else { throw error }
        restartsLeft -= 1
    }
}

// MARK: - Asking

extension OmronSession {
    private func askRepeatedly<Value>(
        _ command: OmronCommand,
        _ decode: ([UInt8]) -> Value?
    ) throws(DeviceError) -> Value {
        var failure = DeviceError.timedOut("the pedometer does not answer")
        for attempt in 0..<Self.attempts {
            if attempt > 0 { try readRubbishAway() }
            do throws(DeviceError) {
                if let value = decode(try askOnce(command)) { return value }
                failure = .damaged("the answer to \(command.shown) holds what cannot be")
            } catch {
                guard error.isPassing else { throw error }
                failure = error
            }
        }
        throw failure
    }

    private func askOnce(_ command: OmronCommand) throws(DeviceError) -> [UInt8] {
        try checkStop()
        try send(command.message)
        var answer = OmronAnswer(to: command)
        for _ in 0..<answer.reportLimit {
            guard let report = OmronReport(try readPacket(timing.reportMilliseconds)) else {
                throw .damaged("a report in the answer to \(command.shown) has a wrong length")
            }
            switch answer.take(report) {
            case .incomplete: continue
            case .body(let body): return body
            case .refusal: throw .damaged("the pedometer refuses to tell \(command.shown)")
            case .broken(let how): throw .damaged("the answer to \(command.shown) \(how)")
            }
        }
        throw .damaged("the answer to \(command.shown) does not end")
    }
}

// MARK: - Reports

extension OmronSession {
    private func send(_ message: [UInt8]) throws(DeviceError) {
        for report in OmronReport.reports(of: message) {
            try connection.write(
                report.packet,
                to: Self.output,
                timeoutMilliseconds: timing.reportMilliseconds
            )
        }
    }

    private func readPacket(_ milliseconds: UInt32) throws(DeviceError) -> [UInt8] {
        try checkStop()
        return try connection.read(
            endpoint: Self.input,
            length: OmronReport.length,
            timeoutMilliseconds: milliseconds
        )
    }

    /// Reads until nothing comes any more, or too much has come.
    private func readRubbishAway() throws(DeviceError) {
        for _ in 0..<Self.rubbishLimit {
            do throws(DeviceError) {
                _ = try readPacket(timing.settleMilliseconds)
            } catch {
                if case .timedOut = error { return }
                guard error.isPassing else { throw error }
            }
        }
    }

    private func checkStop() throws(DeviceError) {
        if isStopped() { throw .stopped }
    }
}

extension DeviceError {
    /// Whether asking again may help.
    fileprivate var isPassing: Bool {
        switch self {
        case .timedOut, .damaged: true
        case .gone, .busy, .notPermitted, .unsupported, .system, .stopped: false
        }
    }
}
