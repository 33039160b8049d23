extension LanguageWords {
    /// Swedish.
    static let swedish = LanguageWords(
        columns: [
            .date: ["Datum", "Dag"],
            .time: ["Tid"],
            .clock: ["Klockslag"],
            .timestamp: ["Tidpunkt", "Tidsstämpel", "Datum och tid", "Datum/Tid"],
            .start: ["Start", "Början", "Starttid", "Från"],
            .end: ["Slut", "Sluttid", "Till"],
            .duration: ["Varaktighet", "Längd"],
            .movingTime: ["Färdtid", "Fardtid", "Tid i rörelse"],
            .elapsedTime: ["Total tid", "Förfluten tid"],
            .steps: ["Steg", "Antal steg"],
            .stepGoal: ["Mål", "Stegmål"],
            .strideLength: ["Medelsteglängd", "Medelsteglangd", "Steglängd"],
            .cadence: ["Kadens", "Stegfrekvens"],
            .distance: ["Distans", "Sträcka", "Avstånd"],
            .calories: ["Kalorier"],
            .activityType: ["Aktivitetstyp"],
            .title: ["Namn", "Titel"],
            .favourite: ["Favorit"],
            .source: ["Källa", "Enhet", "Datakälla"],
            .person: ["Användare", "Person", "Deltagare"],
            .zone: ["Tidszon"],
        ],
        stepStems: ["steg"],
        walks: [
            "Promenad", "Gång", "Gå", "Vandring", "Fotvandring", "Promenad inomhus",
            "Inomhuspromenad", "Stavgång", "Rask promenad",
        ],
        otherActivities: [
            "Löpning", "Löpning på löpband", "Traillöpning", "Terränglöpning",
            "Cykling", "Inomhuscykling", "Landsvägscykling", "Mountainbike", "Simning",
            "Bassängsimning", "Simning i öppet vatten", "Styrketräning", "Styrka", "Crosstrainer",
            "Rodd", "Skidåkning", "Längdskidåkning", "Klättring", "Dans", "Övrigt", "Annat",
            "Fotboll",
        ],
        months: [
            ["januari", "jan"], ["februari", "feb"], ["mars", "mar"], ["april", "apr"], ["maj"],
            ["juni", "jun"], ["juli", "jul"], ["augusti", "aug"], ["september", "sep", "sept"],
            ["oktober", "okt"], ["november", "nov"], ["december", "dec"],
        ]
    )
}
