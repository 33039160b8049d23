import Scoring
import Testing

@testable import Summary

@Suite struct TornLineTests {
    @Test func `every beginning of our lines is known as ours`() {
        let lines = [
            SummaryLine.text(for: Example.full, home: Example.home),
            SummaryLine.text(for: Example.silent(), person: "anna", home: Example.home),
            SummaryLine.text(
                for: Example.scored(Example.day, advice: [.urgentCare]),
                home: Example.home
            ),
        ]
        for line in lines {
            let bytes = Array(line.utf8)
            for count in 1...bytes.count { #expect(TornLine.isText(Array(bytes[..<count]))) }
        }
        let object = Array(DayJSON.line(Example.full, person: "me", home: Example.home).utf8)
        for count in 1...object.count { #expect(TornLine.isObject(Array(object[..<count]))) }
    }

    @Test func `notes of others are not`() {
        for note in ["note", "2026/11/21", "2026-11-21: my back", "Pleased", "{}", ""] {
            #expect(!TornLine.isText(Array(note.utf8)), "\(note)")
        }
        for note in ["[", "{}", "{\"day\"", "x", ""] {
            #expect(!TornLine.isObject(Array(note.utf8)), "\(note)")
        }
    }
}
