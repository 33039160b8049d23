import Model
import Scoring
import Testing

@testable import Summary

@Suite struct DayJSONTests {
    private func line(_ scored: ScoredDay) -> String {
        DayJSON.line(scored, person: "me", home: Example.home)
    }

    @Test func `the example of the contract comes out to the byte`() {
        #expect(
            line(Example.full)
                == [
                    #"{"date":"2026-11-21","timeZone":"Europe/Oslo","person":"me","#,
                    #""coverage":"recorded","steps":7214,"walkedMinutes":64.3,"#,
                    #""walkedMinutesLow":51.5,"walkedMinutesHigh":88.0,"#,
                    #""walks":[{"start":"2026-11-21T07:02:03.530+01:00","#,
                    #""end":"2026-11-21T07:23:57.352+01:00","minutes":20.9,"pauseMinutes":1.0,"#,
                    #""steps":2210,"cadence":106,"kind":"walk","quality":"measured","#,
                    #""distanceMetres":1530,"climbMetres":12,"sources":["watch"]},"#,
                    #"{"start":"2026-11-21T17:40:11.000+01:00","#,
                    #""end":"2026-11-21T17:51:20.000+01:00","minutes":11.2,"pauseMinutes":0.0,"#,
                    #""steps":1150,"cadence":103,"kind":"walk","quality":"measured","#,
                    #""sources":["watch"]}],"#,
                    #""finding":{"goalMinutes":90,"percent":71,"averageMinutes7":66.1,"#,
                    #""daysWithData7":6,"group":"under-78"},"#,
                    #""plan":{"mode":"level","pace":"met-days","level":"3","dayOfLevel":3,"#,
                    #""targets":[{"minutes":20,"met":true},{"minutes":10,"met":true}],"#,
                    #""result":"met","planMinutes":30,"percent":100},"#,
                    #""pain":{"usual":3,"lowest":2,"highest":4,"entries":3},"#,
                    #""advice":["level-up"]}"#,
                ].joined()
        )
    }

    @Test func `a day without data has no made-up nought`() {
        #expect(
            line(Example.silent())
                == [
                    #"{"date":"2026-11-22","timeZone":"Europe/Oslo","person":"me","coverage":"none","#,
                    #""walks":[],"finding":{"goalMinutes":90,"averageMinutes7":66.1,"#,
                    #""daysWithData7":6,"group":"under-78"},"plan":{"mode":"none"},"#,
                    #""pain":{"entries":0},"advice":[]}"#,
                ].joined()
        )
    }

    @Test func `the last data stand beside the advice that speaks of them`() {
        let text = line(Example.silent(3, advice: [.noDataSince]))
        #expect(
            text.hasSuffix(
                #""advice":["no-data-since"],"lastData":{"source":"watch","#
                    + #""time":"2026-11-21T22:10:00.000+01:00"}}"#
            )
        )
        #expect(!line(Example.silent()).contains("lastData"))
    }

    @Test func `where nobody counted steps only the steps are absent`() {
        var day = Example.day
        day.steps = nil
        let text = line(Example.scored(day))
        #expect(!text.contains(#""coverage":"recorded","steps""#))
        #expect(text.contains(#""coverage":"recorded","walkedMinutes":64.3"#))
    }

    @Test func `with few days of data neither average nor group are there`() {
        let few = AverageWalking(total: .minutes(200), daysWithData: 3)
        let text = line(Example.scored(Example.day, average: few))
        #expect(text.contains(#""finding":{"goalMinutes":90,"percent":71,"daysWithData7":3}"#))
    }

    @Test func `the log adds the revision and the time of writing at the end`() {
        let telling = DayJSON.Telling(revision: 2, written: Example.at("23:05:00.000"))
        let text = DayJSON.line(
            Example.full,
            person: "me",
            home: Example.home,
            telling: telling
        )
        #expect(
            text.hasSuffix(
                #""advice":["level-up"],"revision":2,"written":"2026-11-22T00:05:00.000+01:00"}"#
            )
        )
    }

    @Test func `minutes are rounded half up from exact milliseconds`() {
        let cases: [(milliseconds: Int64, shown: String)] = [
            (0, "0.0"), (2_999, "0.0"), (3_000, "0.1"), (62_999, "1.0"), (63_000, "1.1"),
        ]
        for (milliseconds, shown) in cases {
            var day = Example.day
            day.stepping?.central = Milliseconds(milliseconds)
            #expect(line(Example.scored(day)).contains(#""walkedMinutes":\#(shown),"#))
        }
    }

    @Test func `a name full of quotes and escapes stays one line`() {
        let text = DayJSON.line(
            Example.full,
            person: "a\"\n\u{1B}",
            home: Example.home
        )
        #expect(text.contains(#""person":"a\"\n\u001b""#))
        #expect(!text.contains("\n"))
    }
}
