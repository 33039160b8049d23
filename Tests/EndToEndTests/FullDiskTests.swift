import Glibc
import Model
import TestSupport
import Testing

/// A full disk makes files wait; nothing is lost, and with room again the days are those of a
/// clean import.
struct FullDiskTests {
    @Test(arguments: [40, 120, 200, 400])
    func `a disk that fills up costs nothing but time`(kibibytes: Int) throws {
        let home = try TestHome()
        let clean = try TestHome()
        for (name, text) in Self.files() {
            home.drop(name, text)
            clean.drop(name, text)
        }
        try clean.once()
        let full = try home.once(limits: "-f \(kibibytes)")
        #expect(full.signal == nil, "\(full.errors)")
        // The database alone is larger than the two least limits.
        if kibibytes <= 120 { #expect([74, 75].contains(full.status), "\(full.errors)") }
        let again = try home.once()
        #expect(again.status == 0, "\(again.errors)")
        #expect(try home.derived() == clean.derived())
    }

    private static func files() -> [(String, String)] {
        let day = CivilDay(iso: "2026-09-01") ?? CivilDay(daysSinceEpoch: 0)
        return (0..<30).map { index in
            var exports = InventedExports(seed: UInt64(index))
            let minutes = exports.minutes(from: day.advanced(by: index * 2), days: 3)
            return ("part-\(index).csv", InventedExports.csv(minutes))
        }
    }
}
