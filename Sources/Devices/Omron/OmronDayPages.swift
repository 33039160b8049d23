/// The four pages of a day of an HJ-720IT, decoded (USB.md §2.2).
enum OmronDayPages {
    /// The day as a whole: page 4.
    struct Summary: Hashable {
        /// Steps of the day by the device's own total, 0–99 999.
        let steps: Int
        /// Aerobic steps of the day by the device's own total, 0–99 999.
        let aerobicSteps: Int
        /// Minutes of aerobic walking, 0–9999.
        let aerobicMinutes: Int
        /// The device's own number of the day.
        let sequence: UInt8
    }

    /// How many hours stand on each of the pages 1 to 3.
    static let hoursPerPage = 8
    /// Bit 14 of a step count: the device was worn or used; of an aerobic count: an event.
    private static let markBit: UInt16 = 0x4000
    /// The low 14 bits hold the count.
    private static let countBits: UInt16 = 0x3FFF

    /// The eight hours of a page 1–3: `00 20`, then four bytes an hour, big-endian.
    static func hours(_ body: [UInt8]) -> [PedometerMemory.Hour]? {
        guard body.count == 2 + hoursPerPage * 4, body[0] == 0, body[1] == 0x20 else { return nil }
        return (0..<hoursPerPage).map { hour in
            let steps = word(body, at: 2 + hour * 4)
            let aerobic = word(body, at: 4 + hour * 4)
            return PedometerMemory.Hour(
                steps: Int(steps & countBits),
                aerobicSteps: Int(aerobic & countBits),
                isWorn: steps & markBit != 0,
                hasEvent: aerobic & markBit != 0
            )
        }
    }

    /// The summary of a page 4: `00 14`, then 28 decimal digits, a flag, the day's number, weight and
    /// stride.
    static func summary(_ body: [UInt8]) -> Summary? {
        guard body.count == 2 + 20, body[0] == 0, body[1] == 0x14 else { return nil }
        // Steps 5, aerobic steps 5, aerobic minutes 4, kilocalories 5, distance 5, fat 4; then the
        // flag and the number, which are no decimals, and weight 4 and stride 4.
        let digits = digits(body[2..<16])
        guard digits.allSatisfy({ $0 < 10 }), Self.digits(body[18..<22]).allSatisfy({ $0 < 10 })
        else { return nil }
        return Summary(
            steps: number(digits[0..<5]),
            aerobicSteps: number(digits[5..<10]),
            aerobicMinutes: number(digits[10..<14]),
            sequence: body[17]
        )
    }

    private static func word(_ bytes: [UInt8], at index: Int) -> UInt16 {
        UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.flatMap { [$0 >> 4, $0 & 0x0F] }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) }
    }
}
