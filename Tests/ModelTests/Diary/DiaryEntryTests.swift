import Model
import Testing

struct DiaryEntryTests {
    private func entry(_ seconds: Int64, _ content: DiaryContent) -> DiaryEntry {
        DiaryEntry(time: Instant(seconds: seconds), content: content)
    }

    @Test func `entries apply by time, then by entry and value as text`() {
        let ordered = [
            entry(1, .walk(9)), entry(2, .flag(.fever)), entry(2, .flareUp(true)),
            entry(2, .moves(10)), entry(2, .moves(9)), entry(2, .pain(4)),
            entry(2, .plan(.level("3"))), entry(2, .plan(.start)), entry(3, .pain(0)),
        ]
        #expect(ordered.reversed().sorted() == ordered)
    }

    @Test func `seven flags are urgent and three want a professional soon`() {
        #expect(DiaryFlag.allCases.filter(\.isUrgent).count == 7)
        #expect(DiaryFlag.allCases.count == 10)
    }

    @Test(arguments: [
        (DiaryContent.flareUp(false), "flare-up", "no"), (.plan(.usualAuto), "plan", "usual auto"),
        (.plan(.baseline(7)), "plan", "baseline 7"), (.pain(10), "pain", "10"),
        (.flag(.bladderOrBowel), "flag", "bladder-or-bowel"), (.walk(25), "walk", "25"),
    ])
    func `an entry is written as the diary writes it`(
        content: DiaryContent,
        word: String,
        value: String
    ) {
        #expect(content.word == word)
        #expect(content.value == value)
    }
}
