import Daemon
import LinuxSystem
import Model
import Scoring
import Summary

/// Writes pages for a person or JSON Lines for a program to standard output.
struct Printer {
    private let home: HomeZones
    private let person: String
    private let isJSON: Bool
    /// How pages look here: colour and bars only on a terminal.
    let style: PageStyle

    init(home: HomeZones, person: String, isJSON: Bool) {
        self.home = home
        self.person = person
        self.isJSON = isJSON
        let isTerminal = Terminal.isTerminal(1) && !isJSON
        style = PageStyle(
            usesColor: isTerminal && Environment.value("NO_COLOR") == nil,
            showsBars: isTerminal,
            width: isTerminal ? Terminal.width : 100
        )
    }

    init(book: WalkBook, isJSON: Bool) {
        self.init(home: book.home, person: book.owner, isJSON: isJSON)
    }

    /// Writes one line.
    func line(_ text: String) {
        StandardOutput.write(text + "\n")
    }

    /// Writes a page.
    func lines(_ lines: some Sequence<String>) {
        for text in lines { line(text) }
        flush()
    }

    /// Writes the urgent notice of today, which stands before all that a person reads.
    func notice(_ book: WalkBook) throws {
        guard !isJSON else { return }
        let today = try book.days(book.today...book.today).last
        lines(UrgentNotice.lines(for: today, style: style))
    }

    /// Writes days for programs.
    func days(_ days: [ScoredDay]) {
        lines(days.lazy.map { DayJSON.line($0, person: person, home: home) })
    }

    /// Writes walks for programs.
    func walks(_ days: [ScoredDay], includingTracks: Bool) {
        for day in days {
            let walks = day.day.walks + (includingTracks ? day.day.tracks : [])
            for walk in walks.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
                line(WalkJSON.line(walk, date: day.day.date, person: person, home: home))
            }
        }
        flush()
    }

    /// Writes files for programs.
    func files(_ files: [SeenFile]) {
        lines(files.lazy.map { FileJSON.line($0, home: home) })
    }

    /// Writes devices for programs.
    func devices(_ devices: [DeviceRow]) {
        lines(devices.lazy.map { DeviceJSON.line($0, home: home) })
    }

    /// Hands everything to the system.
    func flush() {
        do {
            try StandardOutput.flush()
        } catch {
            StandardError.write(line: "amble: \(error)")
            leave(.inputOutput)
        }
    }
}
