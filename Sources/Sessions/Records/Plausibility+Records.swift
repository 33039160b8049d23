import Model

extension Plausibility {
    /// Whether steps in an interval count.
    func accepts(_ record: StepRecord) -> Bool {
        let reading = StepReading(
            start: Instant(milliseconds: record.start),
            end: Instant(milliseconds: record.end),
            steps: record.steps,
            line: 0,
            source: 0
        )
        return objection(to: reading) == nil
    }

    /// Whether anybody takes so many steps in a record without an end, of a length that its day
    /// speaks for or of a minute (SESSIONS.md §8.10 "Readings").
    func accepts(_ steps: Int32, ofLength length: Int64?) -> Bool {
        let minutes = max(1, (length ?? 0) / 60_000)
        let (most, overflow) = minutes.multipliedReportingOverflow(by: maximumStepsPerMinute)
        return overflow || Int64(steps) <= most
    }

    /// What is implausible about a reading, the length of one without an end being known.
    func objection(to reading: StepReading, length: @autoclosure () -> Int64?) -> Implausibility? {
        let objection = objection(to: reading)
        guard objection == .tooManySteps, reading.start == reading.end else { return objection }
        return accepts(reading.steps, ofLength: length()) ? nil : objection
    }

    /// Whether a reading says that its source was heard from; how many steps one without an end may
    /// hold is not known everywhere.
    func isHeard(_ reading: StepReading) -> Bool {
        reading.start == reading.end
            ? objection(to: reading.start) == nil : objection(to: reading) == nil
    }
}
