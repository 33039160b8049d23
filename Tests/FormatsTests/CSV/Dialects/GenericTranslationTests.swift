import Model
import Testing

@testable import Formats

@Suite struct GenericTranslationTests {
    private let wall = [
        "2026-11-21T06:02Z 84 generic", "2026-11-21T06:03Z 90 generic",
    ]

    @Test(
        arguments: [
            "Datum;Uhrzeit;Schritte", "Datum;Zeit;Schritte", "Date;Heure;Pas",
            "Fecha;Hora;Pasos", "Data;Ora;Passi", "Data;Hora;Passos", "Datum;Tijd;Stappen",
            "Datum;Tid;Steg", "Dato;Klokkeslæt;Skridt", "Dato;Tid;Skritt", "Data;Godzina;Kroki",
            "Dátum;Időpont;Lépések", "Datum;Uhrzeit;Steps", "DATUM;UHRZEIT;SCHRITTE",
        ])
    func `a table of one's own in one's own language`(header: String) throws {
        let trial = try CSVTrial("\(header)\n2026-11-21;07:02;84\n2026-11-21;07:03;90\n")
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "generic")
        #expect(trial.steps == wall)
        #expect(trial.report.columns.map(\.meaning) == ["date", "time of day", "steps"])
        let words = header.split(separator: ";").map(String.init)
        #expect(trial.report.columns.map(\.name) == words)
    }

    @Test func `beginning, end and source in another language`() throws {
        let trial = try CSVTrial(
            "Beginn,Ende,Schritte,Quelle\n2026-11-21 07:02,2026-11-21 07:12,900,Uhr\n"
        )
        #expect(trial.steps == ["2026-11-21T06:02Z/2026-11-21T06:12Z 900 Uhr"])
    }

    @Test(
        arguments: [
            ("Data;Tempo;Passi", "may be a time of day or a length"),
            ("Datum;Zeit;Schritte;Strecke", "may be a time of day or a length"),
            ("Datum;Uhrzeit;Schritte;Aerobe Schritte", "could each be the count"),
            ("Datum;Uhrzeit;Gesamtschritte", "may be the count, or a part of it"),
            ("Datum;Uhrzeit;Schritte;Teilnehmer", "several people"),
            ("Datum;Zeit;Uhrzeit;Schritte", "could each be the time"),
            ("Date;Heure;Steps;Pas", "could each be the count"),
        ])
    func `what is open to two readings is refused`(header: String, reason: String) throws {
        let width = header.split(separator: ";").count
        let cells = Array(["2026-11-21", "07:02", "84", "5"].prefix(width)).joined(separator: ";")
        let trial = try CSVTrial("\(header)\n\(cells)\n")
        #expect(trial.report.outcome == .refused)
        #expect(trial.problems[0].contains(reason), "\(trial.problems)")
    }

    @Test func `an English word that means something elsewhere stays English`() throws {
        // "Tag" is a day in German, "fine" an end in Italian.
        let trial = try CSVTrial("time,step,tag,fine\n2026-11-21T07:02Z,84,a,b\n")
        #expect(trial.steps == ["2026-11-21T07:02Z 84 generic"])
    }

    @Test func `a goal beside the count is no count`() throws {
        let trial = try CSVTrial(
            "Datum;Schritte;Schrittziel;Schrittlänge\n2026-11-21;8400;10000;1\n"
        )
        #expect(trial.steps == ["2026-11-20T23:00Z/2026-11-21T23:00Z 8400 generic"])
    }
}
