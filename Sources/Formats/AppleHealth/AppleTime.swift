internal import Model

/// Reads the times of Apple Health: `2020-12-31 17:08:11 -0500`, always with an offset.
struct AppleTime {
    private static let length = 25
    /// Records of one day follow one another.
    private var memo: (date: UInt64, rest: UInt16, midnight: Int64)?

    /// Reads a time.
    ///
    /// - Returns: nothing when it is written otherwise or is no time.
    mutating func instant(_ text: XMLText) -> Instant? {
        text.withBytes { bytes in
            guard bytes.count == Self.length, let midnight = midnight(bytes),
                bytes[10] == 0x20, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x20
            else { return nil }
            let (hour, minute, second) = (bytes.pair(11), bytes.pair(14), bytes.pair(17))
            let (hours, minutes) = (bytes.pair(21), bytes.pair(23))
            guard hour < 24, minute < 60, second < 60, hours <= 18, minutes < 60,
                bytes[20] == 0x2B || bytes[20] == 0x2D
            else { return nil }
            let clock = Int64((hour * 60 + minute) * 60 + second) * 1000
            let east = Int64(hours * 60 + minutes) * 60_000
            return Instant(milliseconds: midnight + clock + (bytes[20] == 0x2B ? -east : east))
        }
    }

    private mutating func midnight(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        let raw = UnsafeRawBufferPointer(bytes)
        let date = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        let rest = raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)
        if let memo, memo.date == date, memo.rest == rest { return memo.midnight }
        let (century, year) = (bytes.pair(0), bytes.pair(2))
        let (month, day) = (bytes.pair(5), bytes.pair(8))
        guard bytes[4] == 0x2D, bytes[7] == 0x2D, century < 100, year < 100, month < 100, day < 100,
            let civil = CivilDay(year: century * 100 + year, month: month, day: day)
        else { return nil }
        let midnight = Int64(civil.daysSinceEpoch) * 86_400_000
        memo = (date, rest, midnight)
        return midnight
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number in two digits, which must lie in the buffer; 255 when they are none.
    fileprivate func pair(_ index: Int) -> Int {
        let tens = self[index] &- 0x30
        let ones = self[index + 1] &- 0x30
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : 255
    }

    /// The bytes without blanks at either end.
    var withoutBlanks: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[span.trimmed])
    }
}
