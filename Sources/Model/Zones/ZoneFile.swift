/// Reads compiled time zone files, version 2 and later (TZif, RFC 8536).
///
/// A file begins with a block of 32-bit times for old readers, which is skipped, then the same with
/// 64-bit times, then a line that says how the offsets go on after the last listed change.
///
///     header: "TZif", version, 15 unused bytes, then six counts of 32 bits:
///             isutcnt isstdcnt leapcnt timecnt typecnt charcnt
///     data:   timecnt times · timecnt type numbers · typecnt × (offset 4, is-summer 1, name 1)
///             · names · leap seconds · two rows of indicators
///     footer: "\n" rule "\n"
struct ZoneFile {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Numbers of a header, as the file names them.
    private struct Counts {
        let indicatorsUTC, indicatorsStandard, leaps, times, types, names: Int

        /// The length of the data block whose times take so many bytes.
        func length(timeSize: Int) -> Int {
            times * timeSize + times + types * 6 + names + leaps * (timeSize + 4)
                + indicatorsStandard + indicatorsUTC
        }
    }

    /// The beginnings and offsets that `ZoneRules` wants.
    func read() throws(ZoneFileProblem) -> (beginnings: [Int64], offsets: [Int32]) {
        let old = try header(at: 0)
        guard bytes.count > 4, bytes[4] >= UInt8(ascii: "2") else { throw .tooOld }
        let second = 44 + old.length(timeSize: 4)
        let counts = try header(at: second)
        let data = second + 44
        let end = data + counts.length(timeSize: 8)
        guard end <= bytes.count, counts.types > 0 else { throw .truncated }
        var (beginnings, offsets) = try table(counts, at: data)
        if let rule = try footer(at: end) {
            rule.append(to: &beginnings, &offsets)
        }
        return (beginnings, offsets)
    }

    private func header(at start: Int) throws(ZoneFileProblem) -> Counts {
        guard start + 44 <= bytes.count else { throw .truncated }
        guard Array(bytes[start..<start + 4]) == Array("TZif".utf8) else { throw .notAZoneFile }
        var fields: [Int] = []
        for index in 0..<6 {
            let value = number(at: start + 20 + index * 4, size: 4)
            // No file of the tz database is near this; sums of counts stay small.
            guard (0...1_000_000).contains(value) else { throw .truncated }
            fields.append(Int(value))
        }
        return Counts(
            indicatorsUTC: fields[0],
            indicatorsStandard: fields[1],
            leaps: fields[2],
            times: fields[3],
            types: fields[4],
            names: fields[5]
        )
    }

    private func table(
        _ counts: Counts,
        at start: Int
    ) throws(ZoneFileProblem) -> ([Int64], [Int32]) {
        let typeNumbers = start + counts.times * 8
        let types = typeNumbers + counts.times
        func offset(ofType number: Int) throws(ZoneFileProblem) -> Int32 {
            guard number < counts.types else { throw .truncated }
            let seconds = self.number(at: types + number * 6, size: 4)
            guard abs(seconds) <= 26 * 3600 else { throw .truncated }
            return Int32(seconds)
        }
        var beginnings: [Int64] = []
        var offsets = [try offset(ofType: 0)]
        for index in 0..<counts.times {
            let time = number(at: start + index * 8, size: 8)
            if let last = beginnings.last, time <= last { throw .truncated }
            beginnings.append(time)
            offsets.append(try offset(ofType: Int(bytes[typeNumbers + index])))
        }
        return (beginnings, offsets)
    }

    private func footer(at start: Int) throws(ZoneFileProblem) -> PosixZoneRule? {
        let newline = UInt8(ascii: "\n")
        guard start < bytes.count, bytes[start] == newline,
            let end = bytes[(start + 1)...].firstIndex(of: newline)
        else { throw .truncated }
        let text = bytes[(start + 1)..<end]
        if text.isEmpty { return nil }
        guard let rule = PosixZoneRule(Array(text)) else { throw .unknownRule }
        return rule
    }

    /// A big-endian two's complement number; the caller has checked the bounds.
    private func number(at start: Int, size: Int) -> Int64 {
        var value: Int64 = bytes[start] >= 0x80 ? -1 : 0
        for byte in bytes[start..<start + size] { value = value << 8 | Int64(byte) }
        return value
    }
}

/// Why a file of the tz database cannot be read.
package enum ZoneFileProblem: Error, Hashable, CustomStringConvertible {
    /// It does not begin as zone files do.
    case notAZoneFile
    /// It has 32-bit times only.
    case tooOld
    /// It ends early or contradicts itself.
    case truncated
    /// Its last line is no rule of POSIX.
    case unknownRule

    package var description: String {
        switch self {
        case .notAZoneFile: "not a compiled time zone file"
        case .tooOld: "a time zone file of version 1; install a newer tzdata"
        case .truncated: "a damaged time zone file; reinstall tzdata"
        case .unknownRule: "a time zone file with an unreadable last line; reinstall tzdata"
        }
    }
}

extension ZoneRules {
    /// Reads a compiled time zone file.
    ///
    /// - Parameters:
    ///   - name: the zone's name in the database.
    ///   - contents: the whole file.
    /// - Throws: what is wrong with the file.
    package init(name: String, contents: [UInt8]) throws(ZoneFileProblem) {
        let (beginnings, offsets) = try ZoneFile(contents).read()
        self.init(name: name, beginnings: beginnings, offsets: offsets)
    }
}
