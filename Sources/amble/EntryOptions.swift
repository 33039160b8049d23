import ArgumentParser
import Daemon
import LinuxSystem
import Model
import Scoring
import Summary

/// When a diary entry holds and what the person says about it, and the way of all entries: checked,
/// appended to the diary, taken, answered.
struct EntryOptions: ParsableArguments {
    @Option(
        name: .customLong("at"),
        help: "When: 07:05, 2026-11-21T07:05, or with an offset (default: now)."
    )
    var time: TimeArgument?

    @Option(help: "Your own words about it.")
    var note = ""

    @OptionGroup var places: PlaceOptions

    /// Enters a word and its value, and says what follows.
    ///
    /// - Parameters:
    ///   - word: the entry, as a diary has it.
    ///   - value: its value, as it was typed.
    ///   - date: the day at whose beginning the entry holds; nothing means the time typed, or now.
    /// - Throws: status 64 for what is no value or no time; otherwise as `EntryErrand`.
    func enter(_ word: String, _ value: String, from date: DateArgument? = nil) throws {
        let content = try content(word, value)
        let household = try places.household()
        let errand = try EntryErrand(household: household, person: places.namedPerson)
        let entry = DiaryEntry(
            time: instant(household, from: date),
            content: content
        ).cutToSeconds
        let before = try WalkBook(household: household, person: errand.person)
        let plan = try before.days(before.today...before.today).last?.plan
        let outcome = try errand.enter(entry, note: note)
        let book = try WalkBook(household: household, person: errand.person)
        try answer(entry, outcome, book, before: plan)
    }

    private func content(_ word: String, _ value: String) throws(Failure) -> DiaryContent {
        do throws(DiaryMistake) {
            return try DiaryContent(word: word, value: value)
        } catch {
            throw Failure(.usage, "\"\(value.escapingControlCharacters)\" \(error.clause)")
        }
    }

    private func instant(_ household: Household, from date: DateArgument?) -> Instant {
        let home = household.zones
        let today = home.day(at: household.now)
        if let date { return home.start(of: date.day(today: today)) }
        return time?.instant(home: home, today: today) ?? household.now
    }

    private func answer(
        _ entry: DiaryEntry,
        _ outcome: EntryErrand.Outcome,
        _ book: WalkBook,
        before plan: PlanDay?
    ) throws {
        let printer = Printer(book: book, isJSON: false)
        guard let today = try book.days(book.today...book.today).last else { return }
        printer.lines(UrgentNotice.lines(for: today, style: printer.style))
        guard outcome == .taken else { return printer.lines([EntryReply.waiting(entry)]) }
        let reply = EntryReply(
            entry: entry,
            diary: try book.diary(),
            today: today,
            entered: try day(of: entry, in: book),
            before: plan,
            now: book.now,
            plan: book.plan,
            home: book.home
        )
        printer.lines(reply.lines(style: printer.style))
    }

    /// The day that a back-dated entry belongs to; nothing for one of today.
    private func day(of entry: DiaryEntry, in book: WalkBook) throws -> ScoredDay? {
        let date = book.home.day(at: entry.time)
        return date < book.today ? try book.days(date...date).last : nil
    }
}
