extension LanguageWords {
    /// Danish.
    static let danish = LanguageWords(
        columns: [
            .date: ["Dato", "Dag"],
            .time: ["Tid"],
            .clock: ["Klokkeslæt", "Tidspunkt"],
            .timestamp: ["Tidsstempel", "Dato og tid", "Dato/Tid"],
            .start: ["Start", "Starttid", "Starttidspunkt", "Fra"],
            .end: ["Slut", "Sluttid", "Sluttidspunkt", "Til"],
            .duration: ["Varighed"],
            .movingTime: ["Tid i bevægelse", "Bevægelsestid"],
            .elapsedTime: ["Forløbet tid"],
            .steps: ["Skridt", "Antal skridt"],
            .stepGoal: ["Mål", "Skridtmål"],
            .strideLength: ["Gennemsnitlig skridtlængde", "Skridtlængde"],
            .cadence: ["Kadence"],
            .distance: ["Distance", "Afstand"],
            .calories: ["Kalorier"],
            .activityType: ["Aktivitetstype"],
            .title: ["Titel"],
            .favourite: ["Favorit"],
            .source: ["Kilde", "Enhed", "Datakilde"],
            .person: ["Bruger", "Person", "Deltager"],
            .zone: ["Tidszone"],
        ],
        stepStems: ["skridt"],
        walks: [
            "Gåtur", "Gang", "Gå", "Vandring", "Vandretur", "Indendørs gang", "Stavgang",
            "Hurtig gang",
        ],
        otherActivities: [
            "Løb", "Løb på løbebånd", "Trailløb", "Terrænløb", "Cykling",
            "Indendørs cykling", "Landevejscykling", "Mountainbike", "Svømning",
            "Svømning i pool", "Svømning i svømmebassin", "Styrketræning", "Styrke",
            "Crosstrainer", "Roning", "Skiløb", "Langrend", "Klatring", "Dans", "Andet", "Øvrigt",
            "Fodbold",
        ],
        months: [
            ["januar", "jan"], ["februar", "feb"], ["marts", "mar"], ["april", "apr"], ["maj"],
            ["juni", "jun"], ["juli", "jul"], ["august", "aug"], ["september", "sep", "sept"],
            ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
        ]
    )
}
