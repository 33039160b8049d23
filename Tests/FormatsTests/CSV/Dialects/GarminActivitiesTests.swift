import Model
import Testing

@testable import Formats

@Suite struct GarminActivitiesTests {
    private let english =
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Steps,"
        + "Moving Time,Elapsed Time"

    private func walk(_ steps: String, distance: String = "4.55") -> String {
        "Walking,2026-01-21 15:10:04,false,\"a \"\"loop\"\"\",\"\(distance)\",\"202\",\"00:55:26\","
            + "\"\(steps)\",\"00:52:01\",\"00:59:44\"\r\n"
    }

    @Test func `walks are declared, other sports are none`() throws {
        let trial = try CSVTrial(
            "\(english)\r\n" + walk("6,114")
                + "Strength Training,2026-01-04 09:49:55,false,\"x\",\"0.00\",\"223\",\"00:45:56\",\"--\",\"00:45:56\",\"00:45:56\"\r\n"
                + "Hiking,2026-01-05 09:00:00,true,\"x\",\"2.00\",\"223\",\"00:30:00.5\",\"--\",\"--\",\"--\"\r\n",
            name: "Activities.csv"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.report.dialect == "garmin-activities")
        #expect(
            trial.declared == [
                "2026-01-21T14:10:04Z/2026-01-21T15:09:48Z 52:01 6114 garmin",
                "2026-01-05T08:00Z/2026-01-05T08:30:00.500Z 30:00 - garmin",
            ]
        )
        #expect(trial.sink.steps.isEmpty)
        #expect(trial.sink.sources == [Source(name: "garmin", kind: .watch)])
    }

    @Test(
        arguments: [
            "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid|Gåtur",
            "Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Kalorier,Tid|Gåtur",
            "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit|Gehen",
            "Tevékenység típusa,Dátum,Kedvenc,Cím,Távolság,Kalória,Idő|Gyaloglás",
            "Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Suma kalorii,Czas|Chodzenie",
            "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total|Caminhada",
            "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée|Marche à pied",
            "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo|Caminar",
            "Tipo di attività,Data,Preferita,Titolo,Distanza,Calorie,Tempo|Camminata",
            "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd|Wandelen",
            "Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid|Promenad",
        ])
    func `each language has its words`(line: String) throws {
        let parts = line.split(separator: "|")
        let trial = try CSVTrial(
            "\(parts[0])\n\(parts[1]),2026-03-02 15:05:08,false,\"5k\",\"6.29\",\"469\",\"01:06:26\"\n"
        )
        #expect(trial.report.outcome == .taken, "\(trial.problems)")
        #expect(trial.declared == ["2026-03-02T14:05:08Z/2026-03-02T15:11:34Z 66:26 - garmin"])
    }

    @Test func `an activity that is not known is named and no walk`() throws {
        let unknown = "Zumba,2026-01-04 09:49:55,false,x,0.00,223,00:45:56,--,--,--\r\n"
        let trial = try CSVTrial("\(english)\r\n\(unknown)" + walk("6114"))
        #expect(trial.report.outcome == .partly)
        #expect(trial.declared.count == 1)
        #expect(trial.problems.count == 1)
        #expect(
            trial.problems[0].hasPrefix("2:1 \"Zumba\" is an activity that Amble does not know")
        )
        let alone = try CSVTrial("\(english)\r\n\(unknown)")
        #expect(alone.report.outcome == .partly)
        #expect(alone.declared.isEmpty)
    }

    @Test func `a list of runs is taken and says that there is no walk`() throws {
        let trial = try CSVTrial(
            "\(english)\nRunning,2026-01-04 09:49:55,false,x,5.00,223,00:25:56,--,--,--\n"
        )
        #expect(trial.report.outcome == .taken)
        #expect(trial.problems == ["0:0 none of its activities is a walk"])
    }

    @Test func `the account's decimal sign is found in whichever column has one`() throws {
        let point = try CSVTrial("\(english)\r\n" + walk("6,114"))
        #expect(point.sink.declared.map(\.steps) == [6114])
        let comma = try CSVTrial("\(english)\r\n" + walk("6.114", distance: "4,55"))
        #expect(comma.sink.declared.map(\.steps) == [6114])
        let part = try CSVTrial("\(english)\r\n" + walk("6,114", distance: "4,55"))
        #expect(part.report.outcome == .refused)
        #expect(part.problems[0].contains("not a whole number of steps"), "\(part.problems)")
        let open = try CSVTrial("\(english)\r\n" + walk("6,114", distance: "4"))
        #expect(open.report.outcome == .refused)
        #expect(open.problems[0].contains("may stand before thousands"), "\(open.problems)")
        // No count of steps is read, so that the sign does not matter.
        let none = try CSVTrial("\(english)\r\n" + walk("--", distance: "4,224"))
        #expect(none.report.outcome == .taken)
    }

    @Test func `names that stand twice matter only where they are used`() throws {
        let trial = try CSVTrial(
            "Tevékenység típusa,Dátum,Cím,Átl. pedálütem,Átl. pedálütem,Idő,Lépések\n"
                + "Séta,2026-03-02 15:05:08,x,\"1\",\"2\",\"00:10:00\",\"900\"\n"
        )
        #expect(trial.declared == ["2026-03-02T14:05:08Z/2026-03-02T14:15:08Z 10 900 garmin"])
        let twice = try CSVTrial(
            "Activity Type,Date,Title,Time,Time\nWalking,2026-03-02 15:05:08,x,00:10:00,00:11:00\n"
        )
        #expect(twice.report.outcome == .refused)
        #expect(twice.problems[0].contains("could each be the time"), "\(twice.problems)")
    }

    @Test func `a list that a spreadsheet saved anew`() throws {
        let header = "Aktivitetstyp;Datum;Favorit;Namn;Distans;Kalorier;Tid;Fardtid;Total tid\n"
        let row = ";FALSE;Vantaa;7,07;409;0:45:20;0:45:11;0:45:26\n"
        let trial = try CSVTrial("\(header)Promenad;21.4.2024 15:10\(row)")
        #expect(trial.declared == ["2024-04-21T13:10Z/2024-04-21T13:55:26Z 45:11 - garmin"])
        // The spreadsheet lost the time of day.
        let day = try CSVTrial("\(header)Promenad;21.4.2024\(row)")
        #expect(day.report.outcome == .refused)
        #expect(day.problems[0].contains("not a local date and time of day"), "\(day.problems)")
        let open = try CSVTrial("\(header)Promenad;1.4.2024 15:10\(row)")
        #expect(open.problems[0].contains("may have the day or the month first"))
    }

    @Test func `the layout of 2012 has a preamble and names of months`() throws {
        let trial = try CSVTrial(
            "Aktivitäten von NAME\n\n Aktivitätsname,Aktivitätstyp,Start,Zeit,Distanz,\n"
                + " Runde,Gehen,\"Fr, 25 Mai 2012 20:31\",00:20:00,\"1,55\",\n"
        )
        #expect(trial.declared == ["2012-05-25T18:31Z/2012-05-25T18:51Z 20 - garmin"])
    }

    @Test(
        arguments: [
            ("00:55", "may be hours and minutes", "2:48"),
            ("--", "is not a length of time", "2:48"),
            ("x", "is not a length of time", "2:48"),
        ])
    func `a walk without a certain length is a problem`(
        time: String,
        reason: String,
        place: String
    ) throws {
        let trial = try CSVTrial(
            "Activity Type,Date,Title,Distance,Time\n"
                + "Walking,2026-01-21 15:10:04,\"a title  \",\"4.55\",\"\(time)\"\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.declared.isEmpty)
        #expect(trial.problems[0].contains(reason), "\(trial.problems)")
        #expect(trial.problems[0].hasPrefix(place), "\(trial.problems)")
    }

    @Test func `more time in motion than in all is a problem`() throws {
        let trial = try CSVTrial(
            "Activity Type,Date,Title,Time,Moving Time,Elapsed Time\n"
                + "Walking,2026-01-21 15:10:04,x,00:10:00,00:10:02,00:10:00\n"
                + "Walking,2026-01-22 15:10:04,x,00:10:00,00:10:00.4,00:10:00\n"
                + "Walking,2026-01-23 15:10:04,x,00:10:00,00:00:00,00:11:00\n"
        )
        #expect(trial.report.outcome == .partly)
        #expect(trial.problems[0].hasPrefix("2:40 \"00:10:02\" is longer"), "\(trial.problems)")
        #expect(
            trial.declared == [
                "2026-01-22T14:10:04Z/2026-01-22T14:20:04Z 10 - garmin",
                "2026-01-23T14:10:04Z/2026-01-23T14:21:04Z 10 - garmin",
            ]
        )
    }

    @Test func `a walk in the future is kept and named`() throws {
        let trial = try CSVTrial(
            "Activity Type,Date,Title,Time\nWalking,2036-01-21 15:10:04,x,00:10:00\n"
        )
        #expect(trial.report.outcome == .refused)
        #expect(trial.report.isOnlyImplausible)
        #expect(trial.problems[0].contains("lies in the future"))
        #expect(trial.declared.count == 1)
    }
}
