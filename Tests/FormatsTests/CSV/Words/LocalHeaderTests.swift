import Testing

@testable import Formats

@Suite struct LocalHeaderTests {
    private func header(_ line: String) -> CSVHeader {
        CSVHeader(line.split(separator: ",").map(String.init))
    }

    @Test func `one language that knows all headings reads them`() throws {
        let local = try #require(
            LocalHeader(
                header("Aktivitätstyp,Datum,Favorit,Titel,Zeit,Schritte,Zeit in Bewegung"),
                requiring: [.activityType, .date]
            )
        )
        #expect(local.languages == [.german])
        #expect(try local.column(.time) == 4)
        #expect(try local.column(.steps) == 5)
        #expect(try local.column(.movingTime) == 6)
        #expect(try local.column(.elapsedTime) == nil)
    }

    @Test func `two languages that agree read them together`() throws {
        let local = try #require(
            LocalHeader(
                header("Aktivitetstype,Dato,Tid,Skritt"),
                requiring: [.activityType, .date]
            )
        )
        #expect(local.languages == [.danish, .norwegian])
        #expect(try local.column(.time) == 2)
        #expect(try local.column(.steps) == 3)
    }

    @Test func `a heading that stands twice is refused when it is asked for`() throws {
        let local = try #require(
            LocalHeader(header("Aktivitetstype,Dato,Distanse,Distanse"), requiring: [.date])
        )
        #expect(try local.column(.date) == 1)
        #expect(throws: CSVRefusal.self) { try local.column(.distance) }
    }

    @Test func `a misspelt heading does not make the header one of another language`() {
        // The Danish title in a Norwegian header: Danish would not know the steps.
        let required: [ColumnConcept] = [.activityType, .date, .title]
        let words = "Aktivitetstype,Dato,Tittel,Tid,Skritt,Tid i bevegelse"
        #expect(LocalHeader(header(words), requiring: required)?.languages == [.norwegian])
        let misspelt = "Aktivitetstype,Dato,Titel,Tid,Skritt,Tid i bevegelse"
        #expect(LocalHeader(header(misspelt), requiring: required) == nil)
    }

    @Test func `a header in no language is not read`() {
        #expect(LocalHeader(header("Foo,Bar"), requiring: [.date]) == nil)
        #expect(LocalHeader(header("Datum,Pas"), requiring: [.date, .duration]) == nil)
    }
}
