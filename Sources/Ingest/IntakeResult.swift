package import Model

/// What became of one file that was to be taken.
package enum IntakeResult: Sendable {
    /// It stands in the ledger now: taken, known, partly, refused or waiting.
    case recorded(IntakeRecord)
    /// It breaks off or changed while it was read, as a file does that is still being written; worth
    /// another look when it has been still for so many milliseconds.
    case unfinished(stillForMilliseconds: Int64)
    /// It is not there any more, is no regular file, or its device was unplugged; the ledger says
    /// nothing of it.
    case gone
}

extension IntakeResult {
    /// Whether the file need not be looked at again while its place, size and time stay the same:
    /// it was taken, partly taken, refused, or known.
    ///
    /// Only then may a device's ledger remember it; what waits, breaks off or went away comes again.
    package var isSettled: Bool {
        switch self {
        case .recorded(let record): record.file.outcome != .waiting
        case .unfinished, .gone: false
        }
    }
}

/// A file in the ledger and what it changed.
package struct IntakeRecord: Sendable {
    /// The file as the ledger notes it.
    package let file: SeenFile
    /// Whether any day must be derived or told anew.
    package let changedDays: Bool
    /// Whether the content was judged now, and not known from before.
    package let isNew: Bool
    /// From the first to the last UTC day of which it said something new; nothing where only a diary
    /// changed, or nothing did.
    package let marked: ClosedRange<CivilDay>?

    /// Makes a record.
    package init(
        file: SeenFile,
        changedDays: Bool,
        isNew: Bool,
        marked: ClosedRange<CivilDay>? = nil
    ) {
        self.file = file
        self.changedDays = changedDays
        self.isNew = isNew
        self.marked = marked
    }

    /// Whether the file was refused or partly refused just now.
    package var isNewlyWrong: Bool { isNew && isWrong }

    /// Whether the file is refused or partly refused.
    package var isWrong: Bool { file.outcome == .refused || file.outcome == .partly }
}

/// What came of a derivation.
package enum DeriveResult: Sendable {
    /// Everything that was marked is derived.
    case done([DerivedDates])
    /// It was asked to stop; what was marked and not derived is still marked.
    case stopped
    /// The store could not be read or written; the marks are still there.
    case failed(String)
}

extension DeriveResult {
    /// The result with dates that were derived before it.
    func joined(to earlier: [DerivedDates]) -> DeriveResult {
        guard case .done(let dates) = self else { return self }
        return .done(earlier + dates)
    }
}

/// Dates of one person that were derived anew.
package struct DerivedDates: Hashable, Sendable {
    /// Whose days they are.
    package let person: String
    /// The dates.
    package let dates: ClosedRange<CivilDay>

    /// Makes a run of dates.
    package init(person: String, dates: ClosedRange<CivilDay>) {
        self.person = person
        self.dates = dates
    }
}
