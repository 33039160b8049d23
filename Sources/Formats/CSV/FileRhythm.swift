/// Whether the times of a file without ends come in a coarse rhythm, each standing for minutes.
///
/// How long such readings are is settled from all that is known of their day (SESSIONS.md §8.10);
/// this is only what one file can say of it: whether a large count is worth a problem.
struct FileRhythm {
    private static let step: Int64 = 300_000
    private static let leastTimes = 8

    private var last: Int64?
    private var differences = 0
    private var fitting = 0

    /// Notes the time of the next row, in milliseconds.
    mutating func note(_ time: Int64) {
        defer { last = time }
        guard let last, last != time else { return }
        differences += 1
        if time.subtractingReportingOverflow(last).partialValue % Self.step == 0 { fitting += 1 }
    }

    /// Whether at least 9 in 10 of the differences between neighbouring times are multiples of
    /// five minutes.
    var isCoarse: Bool {
        differences + 1 >= Self.leastTimes && 10 * fitting >= 9 * differences
    }
}
