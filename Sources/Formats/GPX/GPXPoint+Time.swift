internal import Model

extension GPXPoint {
    /// Takes the text of the point's time; one that cannot be used is a problem and leaves the point
    /// without a place among the others.
    mutating func take(
        time text: Span<UInt8>,
        at place: TextPlace,
        _ zones: inout GPXZoneHabit,
        _ problems: inout GPXProblems
    ) {
        guard !text.trimmed.isEmpty else { return }
        guard let (time, zone) = GPXTime.read(text) else {
            isTimeUnreadable = true
            let shown = text.withUnsafeBufferPointer { ShownText.quoted($0) }
            return problems.note(
                .unreadableTime,
                at: place,
                "\(shown) is no time as 2026-07-26T05:01:04Z; the point is left out"
            )
        }
        if problems.note(zones.judge(zone, at: place), of: text, at: place) {
            self.time = time
        } else {
            isTimeUnreadable = true
        }
    }
}
