import Model
import Testing

struct DiaryContentWordsTests {
    private func read(_ word: String, _ value: String) -> DiaryContent? {
        try? DiaryContent(word: word, value: value)
    }

    @Test func `every entry of the table is read, at both ends of its range`() {
        #expect(read("pain", "0") == .pain(0))
        #expect(read("pain", "10") == .pain(10))
        #expect(read("flag", "night-pain") == .flag(.nightPain))
        #expect(read("flare-up", "yes") == .flareUp(true))
        #expect(read("flare-up", "no") == .flareUp(false))
        #expect(read("moves", "1") == .moves(1))
        #expect(read("moves", "600") == .moves(600))
        #expect(read("walk", "600") == .walk(600))
    }

    @Test(arguments: [
        ("start", PlanWord.start), ("restart", .restart), ("pause", .pause), ("resume", .resume),
        ("cleared", .cleared), ("level 1", .level("1")), ("level 0.1", .level("0.1")),
        ("level 0.10", .level("0.10")), ("level 12", .level("12")), ("baseline 1", .baseline(1)),
        ("baseline 60", .baseline(60)), ("usual 0", .usual(0)), ("usual 10", .usual(10)),
        ("usual auto", .usualAuto),
    ])
    func `every word about the plan is read`(text: String, word: PlanWord) {
        #expect(read("plan", text) == .plan(word))
    }

    @Test(arguments: [
        ("pain", "11"), ("pain", "-1"), ("pain", ""), ("pain", "4,0"), ("pain", "4.0"),
        ("pain", "four"), ("pain", "٤"), ("pain", "+4"), ("pain", "4 "), ("moves", "0"),
        ("moves", "601"), ("walk", "0"), ("walk", "99999999999999999999"), ("flag", "Fever"),
        ("flag", "fevre"), ("flare-up", "Yes"), ("flare-up", "1"), ("plan", "Start"),
        ("plan", "level"), ("plan", "level 0"), ("plan", "level 0.0"), ("plan", "level 0.01"),
        ("plan", "level 01"), ("plan", "level 1.5"), ("plan", "level -1"), ("plan", "level  3"),
        ("plan", "level 3 4"), ("plan", "baseline 0"), ("plan", "baseline 61"),
        ("plan", "usual 11"), ("plan", "usual"), ("plan", ""),
    ])
    func `what the table does not have is refused, with what would be right`(
        word: String,
        value: String
    ) {
        #expect {
            try DiaryContent(word: word, value: value)
        } throws: { error in
            guard case .value(word, let allowed)? = error as? DiaryMistake else { return false }
            return !allowed.isEmpty
        }
    }

    @Test(arguments: ["", "Pain", "steps", "pain ", "flareup"])
    func `there are no other entries`(word: String) {
        #expect(throws: DiaryMistake.entry) { try DiaryContent(word: word, value: "4") }
    }

    @Test func `zeros before a number are no part of it`() {
        #expect(read("pain", "04")?.value == "4")
        #expect(read("plan", "usual 003")?.value == "usual 3")
    }

    @Test func `what is read is written back the same`() {
        var contents: [DiaryContent] = DiaryFlag.allCases.map { .flag($0) }
        contents += (0...10).map { .pain($0) } + [.flareUp(true), .flareUp(false)]
        contents += (1...600).flatMap { [.moves($0), .walk($0)] }
        contents += [.plan(.level("0.3")), .plan(.baseline(7)), .plan(.usualAuto)]
        for content in contents {
            #expect(read(content.word, content.value) == content)
        }
    }

    @Test func `a mistake says what to write`() {
        #expect(DiaryMistake.entry.clause.contains("pain, flag, flare-up, plan, moves or walk"))
        let mistake = DiaryMistake.value(entry: "pain", allowed: "a whole number from 0 to 10")
        #expect(mistake.clause == "is no value of pain: write a whole number from 0 to 10")
    }
}
