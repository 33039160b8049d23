extension LanguageWords {
    /// Norwegian.
    static let norwegian = LanguageWords(
        columns: [
            .date: ["Dato", "Dag"],
            .time: ["Tid"],
            .clock: ["Klokkeslett", "Klokken", "Tidspunkt"],
            .timestamp: ["Tidsstempel", "Dato og tid", "Dato/Tid"],
            .start: ["Start", "Starttid", "Starttidspunkt", "Fra"],
            .end: ["Slutt", "Slutttid", "Sluttid", "Sluttidspunkt", "Til"],
            .duration: ["Varighet"],
            .movingTime: ["Tid i bevegelse"],
            .elapsedTime: ["Forløpt tid", "Medgått tid"],
            .steps: ["Skritt", "Antall skritt"],
            .stepGoal: ["Mål", "Skrittmål"],
            .strideLength: ["Gjennomsnittlig skrittlengde", "Skrittlengde"],
            .cadence: ["Kadens", "Tråkkfrekvens", "Skrittfrekvens"],
            .distance: ["Distanse", "Avstand"],
            .calories: ["Kalorier", "Totale kalorier"],
            .activityType: ["Aktivitetstype"],
            .title: ["Tittel"],
            .favourite: ["Favoritt"],
            .source: ["Kilde", "Enhet", "Datakilde"],
            .person: ["Bruker", "Person", "Deltaker"],
            .zone: ["Tidssone"],
        ],
        stepStems: ["skritt"],
        walks: [
            "Gåing", "Gange", "Gå", "Gåtur", "Spasertur", "Fottur", "Tur til fots", "Vandring",
            "Innendørs gange", "Innendørs gåing", "Stavgang", "Rask gange",
        ],
        otherActivities: [
            "Løping", "Løping på tredemølle", "Terrengløping", "Stiløping",
            "Sykling", "Innendørs sykling", "Landeveissykling", "Terrengsykling", "Svømming",
            "Bassengsvømming", "Svømming i åpent vann", "Styrketrening", "Styrke",
            "Ellipsemaskin", "Roing", "Skigåing", "Langrenn", "Alpint", "Klatring", "Dans",
            "Annet", "Fotball",
        ],
        months: [
            ["januar", "jan"], ["februar", "feb"], ["mars", "mar"], ["april", "apr"], ["mai"],
            ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sep", "sept"],
            ["oktober", "okt"], ["november", "nov"], ["desember", "des"],
        ]
    )
}
