// The words of the diary (PLAN.md §3):
//
//     pain      0–10
//     flag      a code of `DiaryFlag`
//     flare-up  yes | no
//     plan      start | restart | pause | resume | cleared | level N | baseline 1–60 | usual 0–10
//               | usual auto
//     moves     1–600
//     walk      1–600
//
// Words are in lower case, numbers are whole and in ASCII digits. The name of a level is a whole
// number from 1, or `0.` and one.

extension DiaryContent {
    /// Reads the cells `entry` and `value` of a line, blanks around them gone already.
    ///
    /// What it accepts, `word` and `value` write back; zeros before a number go.
    /// - Throws: what is wrong and what would be right.
    package init(word: String, value: String) throws(DiaryMistake) {
        switch word {
        case "pain": self = .pain(try Self.number(value, 0...10, of: word))
        case "flag": self = .flag(try Self.flag(value))
        case "flare-up": self = .flareUp(try Self.answer(value))
        case "plan": self = .plan(try PlanWord(value))
        case "moves": self = .moves(try Self.number(value, 1...600, of: word))
        case "walk": self = .walk(try Self.number(value, 1...600, of: word))
        default: throw .entry
        }
    }

    private static func number(
        _ text: String,
        _ range: ClosedRange<Int>,
        of word: String
    ) throws(DiaryMistake) -> Int {
        guard let number = text.wholeNumber, range.contains(number) else {
            throw .value(
                entry: word,
                allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    private static func flag(_ text: String) throws(DiaryMistake) -> DiaryFlag {
        guard let flag = DiaryFlag(rawValue: text) else {
            let codes = DiaryFlag.allCases.map(\.rawValue).joined(separator: ", ")
            throw .value(entry: "flag", allowed: "one of \(codes)")
        }
        return flag
    }

    private static func answer(_ text: String) throws(DiaryMistake) -> Bool {
        switch text {
        case "yes": return true
        case "no": return false
        default: throw .value(entry: "flare-up", allowed: "yes or no")
        }
    }
}

extension PlanWord {
    private static let words: [String: PlanWord] = [
        "start": .start, "restart": .restart, "pause": .pause, "resume": .resume,
        "cleared": .cleared, "usual auto": .usualAuto,
    ]

    /// Reads the cell `value` of a line about the plan.
    init(_ text: String) throws(DiaryMistake) {
        if let word = Self.words[text] {
            self = word
            return
        }
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw Self.mistake }
        switch (parts[0], parts[1].wholeNumber) {
        case ("level", _) where Self.isLevelName(parts[1]): self = .level(parts[1])
        case ("baseline", let minutes?) where (1...60).contains(minutes): self = .baseline(minutes)
        case ("usual", let score?) where score <= 10: self = .usual(score)
        default: throw Self.mistake
        }
    }

    private static let mistake = DiaryMistake.value(
        entry: "plan",
        allowed: "start, restart, pause, resume, cleared, level N, baseline 1 to 60,"
            + " usual 0 to 10 or usual auto"
    )

    /// Whether some plan can have a level of this name (PLAN.md §2.2).
    private static func isLevelName(_ text: String) -> Bool {
        let number = text.hasPrefix("0.") ? text.dropFirst(2) : text[...]
        return number.utf8.first != UInt8(ascii: "0") && String(number).wholeNumber != nil
    }
}

extension String {
    /// The number in ASCII digits, and nothing else beside them; at most nine digits, which are
    /// more than any entry needs.
    fileprivate var wholeNumber: Int? {
        guard (1...9).contains(utf8.count) else { return nil }
        var number = 0
        for byte in utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return number
    }
}
