import Model

/// Whether a stretch of days can be derived apart from what lies beyond the edge of a window
/// (SESSIONS.md §8.4.9).
///
/// A zone is quiet for seven minutes in a row when no source has an edge or core minute there, no
/// track covers it, and no epoch that may hold a walk reaches into it. Six hours at each edge of
/// the window are no ground for a zone: what is not loaded reaches in so far, through gaps of three
/// hours that count as covered, records of up to an hour, and records that overlap each other.
struct QuietZones {
    private let isBusy: [Bool]
    private static let margin = 360
    private static let leastMinutes = 7

    init(_ derived: DerivedWindow) {
        var isBusy = derived.activity.isActive
        for (index, isTracked) in derived.evidence.isTracked.enumerated() where isTracked {
            isBusy[index] = true
        }
        for epoch in derived.evidence.epochs where epoch.isPerhapsDense {
            for index in derived.window.indices(touching: epoch.span) { isBusy[index] = true }
        }
        self.isBusy = isBusy
    }

    /// Whether a quiet zone lies between the beginning of the window and a minute.
    func isSettled(before minute: Int) -> Bool {
        hasZone(Self.margin, minute)
    }

    /// Whether a quiet zone lies between a minute and the end of the window.
    func isSettled(from minute: Int) -> Bool {
        hasZone(minute, isBusy.count - Self.margin)
    }

    private func hasZone(_ first: Int, _ end: Int) -> Bool {
        guard first < end else { return false }
        var quiet = 0
        for index in first..<end {
            quiet = isBusy[index] ? 0 : quiet + 1
            if quiet == Self.leastMinutes { return true }
        }
        return false
    }
}
