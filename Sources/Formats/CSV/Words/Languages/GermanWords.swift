extension LanguageWords {
    /// German.
    static let german = LanguageWords(
        columns: [
            .date: ["Datum", "Tag"],
            .time: ["Zeit"],
            .clock: ["Uhrzeit"],
            .timestamp: ["Zeitpunkt", "Zeitstempel", "Datum/Uhrzeit", "Datum und Uhrzeit"],
            .start: ["Start", "Beginn", "Anfang", "Startzeit", "Von"],
            .end: ["Ende", "Endzeit", "Bis"],
            .duration: ["Dauer"],
            .movingTime: ["Zeit in Bewegung"],
            .elapsedTime: ["Verstrichene Zeit"],
            .steps: ["Schritte", "Schrittzahl", "Anzahl Schritte", "Anzahl der Schritte"],
            .stepGoal: ["Ziel", "Schrittziel", "Schritteziel"],
            .strideLength: ["Schrittlänge", "Ø Schrittlänge"],
            .cadence: ["Schrittfrequenz", "Kadenz", "Ø Schrittfrequenz"],
            .distance: ["Distanz", "Strecke", "Entfernung"],
            .calories: ["Kalorien"],
            .moveMinutes: ["Anzahl der Aktivitätsminuten"],
            .activityType: ["Aktivitätstyp"],
            .title: ["Titel", "Aktivitätsname"],
            .favourite: ["Favorit"],
            .source: ["Quelle", "Datenquelle", "Gerät"],
            .person: ["Benutzer", "Nutzer", "Teilnehmer", "Teilnehmerin"],
            .zone: ["Zeitzone"],
        ],
        stepStems: ["schritt"],
        walks: [
            "Gehen", "Wandern", "Spazieren", "Spaziergang", "Spazierengehen", "Wanderung",
            "Indoor-Gehen", "Outdoor-Gehen", "Laufbandgehen", "Schnelles Gehen",
        ],
        otherActivities: [
            "Laufen", "Laufbandtraining", "Trailrunning", "Trail-Lauf", "Bahnlauf",
            "Radfahren", "Indoor-Radfahren", "Rennradfahren", "Mountainbiken", "Mountainbike",
            "Schwimmen", "Schwimmbadschwimmen", "Freiwasserschwimmen", "Bahnenschwimmen",
            "Krafttraining", "Crosstrainer", "Ellipsentrainer", "Rudern", "Ruderergometer",
            "Skifahren", "Langlaufen", "Skilanglauf", "Klettern", "Bergsteigen", "Tanzen",
            "Reiten", "Fußball", "Stepper", "Treppensteigen", "Sonstige", "Andere", "Inlineskaten",
            "Schneeschuhwandern", "Atemübungen",
        ],
        months: [
            ["Januar", "Jänner", "Jan"], ["Februar", "Feber", "Feb"], ["März", "Mär", "Mrz"],
            ["April", "Apr"], ["Mai"], ["Juni", "Jun"], ["Juli", "Jul"], ["August", "Aug"],
            ["September", "Sep", "Sept"], ["Oktober", "Okt"], ["November", "Nov"],
            ["Dezember", "Dez"],
        ]
    )
}
