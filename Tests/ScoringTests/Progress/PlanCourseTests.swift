import Model
import Testing

@testable import Scoring

@Suite struct PlanCourseTests {
    private func course(
        _ pace: PlanPace = .metDays,
        at place: Int = 0,
        count: Int = 0
    ) -> PlanCourse {
        var state = PlanState()
        state.start = PlanScene.date(-9)
        state.place = place
        state.count = count
        return PlanCourse(plan: .builtIn, pace: pace, state: state)
    }

    private func day(_ minutes: [Double]?) -> Day {
        DayExamples.day(
            PlanScene.date(0),
            walked: minutes == nil ? nil : 3_600_000,
            walks: PlanScene.walks(minutes ?? [], on: 0)
        )
    }

    @Test func `level lengths are 3, 3, 3, 3, 2 and without end`() {
        var course = course()
        var levels: [String] = []
        for _ in 0..<17 { levels.append(course.live(day([30, 30]), page: DiaryPage()).rung.name) }
        let expected = ["1", "1", "1", "2", "2", "2", "3", "3", "3", "4", "4", "4", "5", "5"]
        #expect(levels == expected + ["6", "6", "6"])
    }

    @Test func `in the pace of met days only a met day counts`() {
        for (minutes, count) in [([10.0, 10], 1), ([10], 0), ([], 0)] {
            var course = course()
            _ = course.live(day(minutes), page: DiaryPage())
            #expect(course.state.count == count, "\(minutes)")
        }
    }

    @Test func `in the pace of the calendar every day with data counts`() {
        for (minutes, count) in [([10.0, 10], 1), ([], 1), (nil, 0)] {
            var course = course(.calendar)
            _ = course.live(day(minutes), page: DiaryPage())
            #expect(course.state.count == count)
        }
    }

    @Test func `the day that completes a level is still a day of it`() {
        var course = course(count: 2)
        let lived = course.live(day([10, 10]), page: DiaryPage())
        #expect(lived.completesLevel && lived.rung.name == "1" && lived.state.count == 2)
        #expect(course.state.place == 1 && course.state.count == 0)
    }

    @Test func `the last level is never completed and goes on counting`() {
        var course = course(at: 5, count: 400)
        #expect(!course.live(day([30]), page: DiaryPage()).completesLevel)
        #expect(course.state.place == 5 && course.state.count == 401)
    }

    @Test func `a new baseline brings its levels at once`() {
        var course = course(at: 3)
        var page = DiaryPage()
        page.take(.plan(.baseline(7)))
        #expect(course.live(day([7, 7]), page: page).rung.name == "0.1")
        #expect(course.ladder.rungs.count == 8)
    }
}
