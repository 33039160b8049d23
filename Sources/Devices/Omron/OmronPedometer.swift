/// Reads an Omron HJ-720IT on its USB stand (USB.md §2); nothing in the device is changed.
package enum OmronPedometer {
    /// The maker's number on USB.
    package static let vendor: UInt16 = 0x0590
    /// The product's number on USB; some blood pressure monitors of the maker have the same.
    package static let product: UInt16 = 0x0028

    /// The most days it can keep: 41 that are over, and today.
    static let mostDays = 42
    /// How often a day is read whose hours and total disagree.
    static let dayAttempts = 3
    /// How every model that is read names itself.
    private static let modelPrefix = "HJ-720IT"

    /// Opens the device at an address and reads all of its days.
    ///
    /// - Parameters:
    ///   - address: where it hangs.
    ///   - progress: called after each day with how many are read and how many there are.
    ///   - isStopped: asked before each step, from the calling queue.
    /// - Returns: what it keeps.
    /// - Throws: as `read(_:progress:isStopped:)`, and what opening and claiming throw.
    package static func read(
        at address: USBDeviceAddress,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        isStopped: @escaping () -> Bool = { false }
    ) throws(DeviceError) -> PedometerMemory {
        let device = try USBDevice.open(address)
        guard let interface = device.interfaces.first(where: { $0.number == 0 }) else {
            throw .damaged("the pedometer has no interface to read it through")
        }
        let connection = try device.claim(interface)
        return try read(connection, progress: progress, isStopped: isStopped)
    }

    /// Reads all of its days through a claimed interface.
    ///
    /// The longest device, 42 days, takes about 45 s: a page takes 270 ms. Garbled answers are asked
    /// for again, and the session is begun anew a few times.
    /// A day whose hours do not add up to its total is read again; when it stays so, both are
    /// returned as the device tells them, and whoever uses them must say so.
    ///
    /// - Throws: `stopped`; `gone` when it was unplugged; `timedOut` when it is mute; `damaged` when
    ///   it keeps sending rubbish; `unsupported` when it is another model.
    package static func read(
        _ connection: any USBConnection,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
        isStopped: @escaping () -> Bool = { false }
    ) throws(DeviceError) -> PedometerMemory {
        try read(connection, timing: OmronTiming(), progress: progress, isStopped: isStopped)
    }

    static func read(
        _ connection: any USBConnection,
        timing: OmronTiming,
        progress: (_ done: Int, _ total: Int) -> Void,
        isStopped: @escaping () -> Bool
    ) throws(DeviceError) -> PedometerMemory {
        let session = OmronSession(connection, timing: timing, isStopped: isStopped)
        defer { session.end() }
        try session.begin()
        let version = try session.ask(.version) { text($0.dropFirst()) }
        guard version.hasPrefix(modelPrefix) else {
            throw .unsupported(
                "it calls itself \(version); of Omron's devices with this plug only the "
                    + "pedometer HJ-720IT is read"
            )
        }
        let serial = try session.ask(.serial) { text($0.dropFirst(2)) }
        let count = try session.ask(.count, dayCount)
        var days: [PedometerMemory.Day] = []
        for day in 0..<count {
            days.append(try readDay(day, session))
            progress(day + 1, count)
        }
        return PedometerMemory(model: modelPrefix, serial: serial, days: days)
    }

    private static func readDay(
        _ daysAgo: Int,
        _ session: OmronSession
    ) throws(DeviceError) -> PedometerMemory.Day {
        var reading = try readDayOnce(daysAgo, session)
        for _ in 1..<dayAttempts where !reading.isSound {
            reading = try readDayOnce(daysAgo, session)
        }
        return reading.day
    }

    /// Reads the pages of a day; it is sound when its hours add up to both of its totals.
    ///
    /// The check byte of a page is an XOR, which two wrong bits can leave as it was; the sums see most
    /// of what it does not.
    private static func readDayOnce(
        _ daysAgo: Int,
        _ session: OmronSession
    ) throws(DeviceError) -> (day: PedometerMemory.Day, isSound: Bool) {
        let number = UInt8(clamping: daysAgo)
        var hours: [PedometerMemory.Hour] = []
        for page: UInt8 in 1...3 {
            hours += try session.ask(.page(day: number, page: page), OmronDayPages.hours)
        }
        let summary = try session.ask(.page(day: number, page: 4), OmronDayPages.summary)
        let day = PedometerMemory.Day(
            daysAgo: daysAgo,
            sequence: summary.sequence,
            hours: hours,
            steps: summary.steps,
            aerobicMinutes: summary.aerobicMinutes
        )
        let isSound =
            summary.steps == hours.reduce(0) { $0 + $1.steps }
            && summary.aerobicSteps == hours.reduce(0) { $0 + $1.aerobicSteps }
        return (day, isSound)
    }

    /// How many days have hours: the second of two big-endian counts behind a zero.
    private static func dayCount(_ body: [UInt8]) -> Int? {
        guard body.count == 5 else { return nil }
        let count = Int(body[3]) << 8 | Int(body[4])
        return count <= mostDays ? count : nil
    }

    /// Printable ASCII without the blanks and NULs at its end; nothing when there is no more to it.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let last = bytes.lastIndex(where: { $0 != 0x20 && $0 != 0 }) else { return nil }
        let text = bytes[...last]
        let isPrintable = text.allSatisfy { (0x20...0x7E).contains($0) }
        return isPrintable ? String(decoding: text, as: UTF8.self) : nil
    }
}
