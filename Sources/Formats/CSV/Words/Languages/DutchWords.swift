extension LanguageWords {
    /// Dutch.
    static let dutch = LanguageWords(
        columns: [
            .date: ["Datum", "Dag"],
            .time: ["Tijd"],
            .clock: ["Tijdstip"],
            .timestamp: ["Datum en tijd", "Datum/Tijd"],
            .start: ["Start", "Begin", "Starttijd", "Begintijd", "Van"],
            .end: ["Einde", "Eind", "Eindtijd", "Tot"],
            .duration: ["Duur"],
            .movingTime: ["Tijd bewogen"],
            .elapsedTime: ["Verstreken tijd"],
            .steps: ["Stappen", "Aantal stappen"],
            .stepGoal: ["Doel", "Stappendoel"],
            .strideLength: ["Gem. staplengte", "Staplengte"],
            .cadence: ["Cadans"],
            .distance: ["Afstand"],
            .calories: ["Calorieën"],
            .activityType: ["Activiteittype", "Activiteitstype", "Type activiteit"],
            .title: ["Titel"],
            .favourite: ["Favoriet"],
            .source: ["Bron", "Apparaat", "Toestel"],
            .person: ["Gebruiker", "Persoon", "Deelnemer"],
            .zone: ["Tijdzone"],
        ],
        stepStems: ["stappen"],
        walks: [
            "Wandelen", "Wandeling", "Hiken", "Binnen wandelen", "Snelwandelen",
            "Nordic walking",
        ],
        otherActivities: [
            "Hardlopen", "Hardlopen op loopband", "Trailrunnen", "Fietsen",
            "Binnen fietsen", "Indoor fietsen", "Mountainbiken", "Zwemmen", "Zwemmen in zwembad",
            "Krachttraining", "Crosstrainer", "Roeien", "Skiën", "Langlaufen", "Klimmen", "Dansen",
            "Overig", "Overige", "Voetbal", "Schaatsen",
        ],
        months: [
            ["januari", "jan"], ["februari", "feb"], ["maart", "mrt"], ["april", "apr"], ["mei"],
            ["juni", "jun"], ["juli", "jul"], ["augustus", "aug"], ["september", "sep", "sept"],
            ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
        ]
    )
}
