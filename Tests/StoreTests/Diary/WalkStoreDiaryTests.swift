import Model
import TestSupport
import Testing

@testable import Store

struct WalkStoreDiaryTests {
    private let later = morning.advanced(by: 2 * 86_400_000)

    @Test func `what a path says now replaces what it said before`() throws {
        try withStore { store in
            let pain = entry(60, .pain(4))
            try store.say([pain, entry(70, .moves(10))], content: 1)
            try store.say([pain, entry(70, .moves(12)), entry(80, .flareUp(true))], content: 2)
            #expect(
                try store.diary(person: "me")
                    == [pain, entry(70, .moves(12)), entry(80, .flareUp(true))]
            )
            try store.say([], content: 3)
            #expect(try store.diary(person: "me") == [])
        }
    }

    @Test func `of one path's contents the last one holds, also when it was there before`() throws {
        try withStore { store in
            let first = [entry(0, .pain(1)), entry(30, .walk(20))]
            let second = [entry(0, .pain(2))]
            try store.say(first, content: 1)
            try store.say(second, content: 2)
            #expect(try store.declaredWalks(now: later) == [])
            let again = try store.say(first, content: 1)
            #expect(again.wasKnown)
            #expect(again.changedDiary)
            #expect(try store.diary(person: "me") == first)
            #expect(try store.declaredWalks(now: later) == [10..<30])
        }
    }

    @Test func `one line of two paths is one entry, and stays while one path says it`() throws {
        try withStore { store in
            let shared = entry(0, .pain(4))
            try store.say([shared, entry(90, .walk(30))], content: 1)
            try store.say([entry(90, .walk(30)), shared], content: 2, path: "/phone/diary.csv")
            #expect(try store.diary(person: "me") == [shared, entry(90, .walk(30))])
            try store.say([], content: 3)
            #expect(try store.diary(person: "me") == [shared, entry(90, .walk(30))])
            #expect(try store.declaredWalks(now: later) == [60..<90])
        }
    }

    @Test func `entries stand in the order in which they apply`() throws {
        try withStore { store in
            let ordered = [
                entry(-9, .plan(.start)), entry(5, .flag(.fever)), entry(5, .pain(10)),
                entry(5, .pain(2)), entry(5, .plan(.cleared)),
            ]
            var generator = SeededGenerator(seed: 3)
            for content in 1...9 {
                let lines = (ordered + ordered.prefix(content % 5)).shuffled(using: &generator)
                try store.say(lines, content: content, path: "/\(content % 3)")
            }
            #expect(try store.diary(person: "me") == ordered.sorted())
        }
    }

    @Test func `a diary belongs to its person`() throws {
        try withStore { store in
            try store.say([entry(0, .pain(4))], content: 1)
            #expect(try store.diary(person: "anna") == [])
            #expect(try store.diaryChange(person: "anna") == nil)
        }
    }

    @Test func `walks that come and go mark their days and those beside them`() throws {
        try withStore { store in
            #expect(try store.say([entry(60, .walk(30))], content: 1).marked == [days(-1, 1)])
            try store.clear(store.markedDays(person: "me"))
            #expect(
                try store.say([entry(60, .walk(30)), entry(0, .pain(2))], content: 2).marked == []
            )
            #expect(try store.say([entry(0, .pain(2))], content: 3).marked == [days(-1, 1)])
            #expect(try store.markedDays(person: "me").ranges == [days(-1, 1)])
        }
    }

    @Test func `a change is told with its earliest entry until it is answered`() throws {
        try withStore { store in
            try store.say([entry(9, .pain(4)), entry(5, .pain(3))], content: 1)
            let change = try #require(try store.diaryChange(person: "me"))
            #expect(change.first == entry(5, .pain(3)).time)
            try store.say([entry(9, .pain(5)), entry(5, .pain(3))], content: 2)
            try store.clear(change)
            let rest = try #require(try store.diaryChange(person: "me"))
            #expect(rest.first == entry(9, .pain(4)).time)
            try store.clear(rest)
            #expect(try store.diaryChange(person: "me") == nil)
            let same = try store.say([entry(5, .pain(3)), entry(9, .pain(5))], content: 3)
            #expect(!same.changedDiary)
            #expect(try store.diaryChange(person: "me") == nil)
        }
    }

    @Test func `a walk that ends later than now waits, and marks its days when it has ended`()
        throws
    {
        try withStore { store in
            let noon = morning.advanced(by: 12 * 3_600_000)
            try store.markRipened(to: Plausibility(now: noon).latest)
            try store.say([entry(13 * 60, .walk(90)), entry(11 * 60, .walk(5))], content: 1)
            #expect(try store.declaredWalks(now: noon) == [655..<660])
            try store.clear(store.markedDays(person: "me"))
            let evening = morning.advanced(by: 13 * 3_600_000)
            try store.markRipened(to: Plausibility(now: evening).latest)
            #expect(try store.markedDays(person: "me").ranges == [days(0, 0)])
            #expect(Set(try store.declaredWalks(now: evening)) == [655..<660, 690..<780])
        }
    }

    @Test func `a walk is an observation with its file, its line and its source`() throws {
        try withStore { store in
            try store.say([entry(0, .pain(1)), entry(60, .walk(30))], content: 7)
            let span = minutes(30..<40)
            let found = try store.observations(person: "me", in: span, limits: limits)
            let walk = try #require(found.declared.first)
            #expect(walk.reading.line == 3)
            #expect(walk.reading.moving == .minutes(30))
            #expect(found.sources == [Source(name: "diary", kind: .declared)])
            #expect(found.files == [FileReference(name: "diary.csv", sha256: sha(7))])
            #expect(found.lastKnown == [morning.advanced(by: 3_600_000)])
            let outside = try store.observations(
                person: "me",
                in: minutes(60..<90),
                limits: limits
            )
            #expect(outside.declared.isEmpty)
            let all = try store.allObservationSpan(person: "me", limits: limits)
            #expect(all?.lowerBound == morning.advanced(by: 30 * 60_000))
        }
    }

    @Test func `a path stands by its content until a line of it is to be read again`() throws {
        try withStore { store in
            let path = Array("/walks/diary.csv".utf8)
            func stands(_ content: Int, _ now: Instant) throws -> Bool {
                try store.standsInDiary(path, sha256: sha(content), person: "me", now: now)
            }
            #expect(try stands(1, morning) == false)
            try store.say([entry(0, .pain(1))], content: 1)
            #expect(try stands(1, morning))
            try store.say([entry(0, .pain(2))], content: 2, readAgain: later)
            #expect(try stands(1, morning) == false)
            #expect(try stands(2, morning))
            #expect(try stands(2, later) == false)
            #expect(try store.diariesToReadAgain(at: morning).isEmpty)
            #expect(try store.diariesToReadAgain(at: later).map(\.path) == [path])
            #expect(try store.diariesToReadAgain(at: later).map(\.person) == ["me"])
        }
    }

    @Test func `the latest judgement of a content stands in the ledger`() throws {
        try withStore { store in
            let problem = Problem(at: TextPlace(line: 2, column: 1, byte: 22), "too late")
            let draft = diaryDraft([entry(0, .pain(1)), entry(60, .walk(9))])
            _ = try store.record(
                diary: diaryFile(1, outcome: .partly, problems: ProblemList([problem])),
                draft,
                readAgain: later
            )
            #expect(try store.files(person: "me").map(\.outcome) == [.partly])
            _ = try store.record(diary: diaryFile(1), draft, readAgain: nil)
            let file = try #require(try store.files(person: "me").first)
            #expect(file.outcome == .taken)
            #expect(file.problems.isEmpty)
            #expect(file.readings == 2)
            #expect(file.from == morning)
            #expect(file.to == morning.advanced(by: 3_600_000))
        }
    }

    @Test func `a rebuild marks the days of walks`() throws {
        try withStore { store in
            try store.say([entry(60, .walk(30))], content: 1)
            try store.clear(store.markedDays(person: "me"))
            try store.markEverything()
            #expect(try store.markedDays(person: "me").ranges == [days(0, 0)])
        }
    }
}
