import Scoring
import Testing

@Suite struct StudyGroupTests {
    @Test func `limits are those of the paper, whole minutes a day`() {
        let cases: [(minutes: Int64, name: String)] = [
            (0, "under-78"), (77, "under-78"), (78, "78-100"), (100, "78-100"),
            (101, "101-124"), (124, "101-124"), (125, "125-and-over"), (600, "125-and-over"),
        ]
        for (minutes, name) in cases {
            #expect(StudyGroup(averageMinutes: minutes).rawValue == name, "\(minutes) min")
        }
    }

    @Test func `ratios stand as the paper prints them`() {
        #expect(StudyGroup.allCases.map(\.riskRatio) == ["1", "0.87", "0.77", "0.76"])
        #expect(
            StudyGroup.allCases.map(\.confidenceInterval) == [nil, nil, "0.68–0.87", "0.67–0.87"]
        )
    }
}
