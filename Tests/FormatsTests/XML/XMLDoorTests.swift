import Model
import Testing

@testable import Formats

struct XMLDoorTests {
    @Test(arguments: [
        ("<gpx/>", "gpx"), ("<HealthData/>", "apple-health"), ("<TrainingCenterDatabase/>", "tcx"),
        ("<a:TrainingCenterDatabase xmlns:a=\"x\"/>", "tcx"),
    ])
    func `the root element decides the dialect`(text: String, dialect: String) throws {
        let report = try ReadingTrial(text).report
        #expect(report.dialect == dialect)
        #expect(report.outcome == .taken)
        #expect(report.problems.count == 1)
    }

    @Test(arguments: ["<healthdata/>", "<ClinicalDocument/>", "<kml/>", "<!-- -->", "<"])
    func `every other root is refused with a reason`(text: String) throws {
        let report = try ReadingTrial(text).report
        #expect(report.dialect == nil)
        #expect(report.outcome == .refused)
        #expect(report.problems.count == 1)
    }
}
