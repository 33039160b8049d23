/// Reads how long an activity took, with and without its pauses.
struct ActivityTimes {
    /// Milliseconds; moving is at most elapsed.
    struct Lengths: Hashable {
        let elapsed: Int64
        let moving: Int64
    }

    /// Lengths of one row are rounded each by itself.
    private static let rounding: Int64 = 1000

    private let length: Int
    private let moving: Int?
    private let elapsed: Int?

    /// Makes a reader of these columns.
    init(length: Int, moving: Int? = nil, _ elapsed: Int? = nil) {
        self.length = length
        self.moving = moving
        self.elapsed = elapsed
    }

    /// The lengths of a row; nothing when they are a problem, now reported.
    ///
    /// Elapsed is the length where the row does not say more; in motion too (SESSIONS.md §8.10).
    func read(_ row: CSVRow, _ header: CSVHeader, _ output: CSVOutput) -> Lengths? {
        guard let length = milliseconds(row, length, header, output) else { return nil }
        guard let length else {
            output.report(row, self.length, header, CSVOutput.Fault.length)
            return nil
        }
        guard let moving = optional(row, moving, header, output),
            let elapsed = optional(row, elapsed, header, output)
        else { return nil }
        let whole = elapsed ?? length
        // An activity without a motion sensor writes 0 for its time in motion.
        let active = moving.flatMap { $0 > 0 ? $0 : nil } ?? length
        guard active <= whole + Self.rounding else {
            let column = (moving == nil ? nil : self.moving) ?? self.length
            output.report(row, column, header, "is longer than the whole activity")
            return nil
        }
        return Lengths(elapsed: whole, moving: min(active, whole))
    }

    private func optional(
        _ row: CSVRow,
        _ column: Int?,
        _ header: CSVHeader,
        _ output: CSVOutput
    ) -> Int64?? {
        guard let column else { return .some(nil) }
        return milliseconds(row, column, header, output)
    }

    /// The length in a cell: an inner nothing where none was recorded, an outer one for a problem.
    private func milliseconds(
        _ row: CSVRow,
        _ column: Int,
        _ header: CSVHeader,
        _ output: CSVOutput
    ) -> Int64?? {
        switch DurationText.read(row[column]) {
        case .length(let length): return .some(length)
        case .nothing: return .some(nil)
        case .ambiguous:
            let fault =
                "may be hours and minutes, or minutes and seconds: write it as 0:35:26"
            output.report(row, column, header, fault)
        case .invalid: output.report(row, column, header, CSVOutput.Fault.length)
        }
        return nil
    }
}
