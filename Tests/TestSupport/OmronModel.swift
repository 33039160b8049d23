/// An invented HJ-720IT, made from the description of its protocol (USB.md §2).
///
/// It tells what the device answers to reports, with whatever may be wrong with it, and knows nothing
/// of libusb. One queue at a time owns it.
package final class OmronModel {
    /// What an hour holds.
    package struct Hour: Sendable {
        /// Steps, 0–16 383.
        package let steps: Int
        /// Aerobic steps, 0–16 383.
        package let aerobic: Int
        /// Whether it was worn.
        package let isWorn: Bool
    }

    /// What a day holds.
    package struct Day: Sendable {
        /// 24 hours.
        package let hours: [Hour]
        /// The device's number of the day.
        package let sequence: UInt8
        /// Minutes of aerobic walking, 0–9999.
        package let minutes: Int

        /// The sum of the steps.
        package var steps: Int { hours.reduce(0) { $0 + $1.steps } }
    }

    /// What can be wrong; the numbers count the reports that go to the host, from 1.
    package enum Fault: Equatable, Sendable {
        /// A bit of this report is the other way round.
        case flip(report: Int, bit: Int)
        /// This report never arrives.
        case lose(report: Int)
        /// From this report on nothing comes.
        case mute(after: Int)
        /// After this report the device is unplugged.
        case unplug(after: Int)
        /// The first so many commands are answered with `NO`.
        case refuse(commands: Int)
        /// It says that it has so many days.
        case count(Int)
        /// It calls itself something else.
        case version(String)
        /// Page 4 of this day tells another total the first so many times.
        case total(day: Int, times: Int)
        /// Page 4 of this day holds a digit that is none.
        case digit(day: Int)
    }

    /// Whether the plug is out.
    package private(set) var isGone = false
    /// The three letters of each command that came, in order.
    package private(set) var commands: [String] = []
    /// The three bytes of each command that it does not know, in order.
    package private(set) var strangers: [String] = []
    /// Every byte that came in reports.
    package private(set) var received: [UInt8] = []
    /// How often the mode was set.
    package private(set) var modes = 0
    private let faults: [Fault]

    private let days: [Day]
    private let serial: String
    private var input: [[UInt8]] = []
    private var line: [UInt8] = []
    private var zeros = 0
    private var sent = 0
    private var refusals = 0
    private var wrongTotals = 0

    /// Makes a device that keeps these days, today first.
    package init(_ days: [Day] = [], serial: String = "HJ7208Y000001", faults: [Fault] = []) {
        self.days = days
        self.serial = serial
        self.faults = faults
    }

    /// Takes the feature report that sets the mode; false when it is another request.
    package func control(type: UInt8, request: UInt8, value: UInt16, data: [UInt8]) -> Bool {
        guard type == 0x21, request == 9, value == 0x0300, data == [1, 2] else { return false }
        modes += 1
        line = []
        zeros = 0
        input = [[UInt8](repeating: 0, count: 8)]
        return true
    }

    /// Takes a report of the host.
    package func take(_ report: [UInt8]) {
        guard let count = report.first, count <= 7, report.count == 8 else { return }
        for byte in report[1..<(1 + Int(count))] {
            received.append(byte)
            take(byte: byte)
        }
    }

    /// The next report for the host; nothing when there is none.
    package func next() -> [UInt8]? {
        guard !isGone, !input.isEmpty else { return nil }
        sent += 1
        var report = input.removeFirst()
        for fault in faults {
            switch fault {
            case .flip(sent, let bit): report[bit / 8 % 8] ^= 1 << (bit % 8)
            case .lose(sent): return next()
            case .mute(let after) where sent > after: return nil
            case .unplug(let after) where sent > after:
                isGone = true
                return nil
            default: break
            }
        }
        return report
    }

    private func take(byte: UInt8) {
        if line.isEmpty, byte == 0 {
            zeros += 1
            if zeros == 12 { push(Array("OK".utf8)) }
            return
        }
        zeros = 0
        line.append(byte)
        guard line.count >= 3 else { return }
        let name = String(decoding: line.prefix(3), as: UTF8.self)
        let lengths = ["VER": 5, "SRL": 5, "CNT": 5, "END": 5, "GTD": 8]
        guard let length = lengths[name] else {
            line = []
            strangers.append(name)
            return push(Array("NO".utf8))
        }
        guard line.count == length else { return }
        let arguments = Array(line.dropFirst(3))
        line = []
        commands.append(name)
        answer(name, arguments)
    }

    private func answer(_ name: String, _ arguments: [UInt8]) {
        for case .refuse(let count) in faults where refusals < count {
            refusals += 1
            return push(Array("NO".utf8))
        }
        guard arguments.reduce(0, ^) == 0, let body = body(name, arguments) else {
            return push(Array("NO".utf8))
        }
        push(Array("OK".utf8) + body + (body.isEmpty ? [] : [body.reduce(0, ^)]))
    }

    private func body(_ name: String, _ arguments: [UInt8]) -> [UInt8]? {
        switch name {
        case "VER":
            for case .version(let text) in faults { return [0] + Array(text.utf8) }
            return [0] + Array("HJ-720IT202".utf8)
        case "SRL": return [0, UInt8(serial.utf8.count)] + Array(serial.utf8)
        case "CNT":
            var count = days.count
            for case .count(let lie) in faults { count = lie }
            let bytes = [UInt8(count >> 8), UInt8(count & 0xFF)]
            return [0] + bytes + bytes
        case "END": return []
        default: return page(Int(arguments[2]), Int(arguments[3]))
        }
    }

    private func page(_ day: Int, _ page: Int) -> [UInt8]? {
        guard day < days.count, (1...4).contains(page) else { return nil }
        if page == 4 { return [0, 0x14] + summary(day) }
        return [0, 0x20]
            + days[day].hours[(8 * (page - 1))..<(8 * page)].flatMap { hour in
                let steps = UInt16(hour.steps) | (hour.isWorn ? 0x4000 : 0)
                let aerobic = UInt16(hour.aerobic)
                return [
                    UInt8(steps >> 8), UInt8(steps & 0xFF), UInt8(aerobic >> 8),
                    UInt8(aerobic & 0xFF),
                ]
            }
    }

    private func summary(_ index: Int) -> [UInt8] {
        let day = days[index]
        var total = day.steps
        for case .total(index, let times) in faults where wrongTotals < times {
            wrongTotals += 1
            total += 1
        }
        let aerobic = day.hours.reduce(0) { $0 + $1.aerobic }
        let digits =
            [(total, 5), (aerobic, 5), (day.minutes, 4), (123, 5), (165, 5), (75, 4)]
            .flatMap { OmronModel.digits($0, $1) }
        var bytes = stride(from: 0, to: digits.count, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
        for case .digit(index) in faults { bytes[0] |= 0xF0 }
        return bytes + [0x80, day.sequence, 0x14, 0x70, 0x03, 0x20]
    }

    private static func digits(_ number: Int, _ count: Int) -> [UInt8] {
        var rest = number
        return (0..<count).map { _ in
            defer { rest /= 10 }
            return UInt8(rest % 10)
        }.reversed()
    }

    private func push(_ message: [UInt8]) {
        for start in stride(from: 0, to: message.count, by: 7) {
            let piece = message[start..<min(start + 7, message.count)]
            // What does not count is rubbish, as on the wire.
            let rubbish = [UInt8](repeating: 0xA5, count: 7 - piece.count)
            input.append([UInt8(piece.count)] + piece + rubbish)
        }
    }
}

extension OmronModel.Day {
    /// A day of steps at these hours; where there are steps it was worn.
    package init(_ steps: [Int: Int], sequence: UInt8, aerobic: Int = 0, minutes: Int = 0) {
        let hours = (0..<24).map { hour in
            OmronModel.Hour(
                steps: steps[hour] ?? 0,
                aerobic: min(aerobic, steps[hour] ?? 0),
                isWorn: steps[hour] != nil
            )
        }
        self.init(hours: hours, sequence: sequence, minutes: minutes)
    }
}
