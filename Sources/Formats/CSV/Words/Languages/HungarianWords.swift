extension LanguageWords {
    /// Hungarian.
    static let hungarian = LanguageWords(
        columns: [
            .date: ["Dátum", "Nap"],
            .time: ["Idő"],
            .clock: ["Időpont"],
            .timestamp: ["Időbélyeg", "Dátum és idő", "Dátum/Idő"],
            .start: ["Kezdet", "Kezdés", "Kezdési idő", "Kezdő időpont"],
            .end: ["Vég", "Vége", "Befejezés", "Befejezési idő"],
            .duration: ["Időtartam"],
            .movingTime: ["Mozgásban töltött idő", "Mozgási idő"],
            .elapsedTime: ["Eltelt idő"],
            .steps: ["Lépések", "Lépésszám", "Lépések száma"],
            .stepGoal: ["Cél", "Lépéscél"],
            .strideLength: ["Átlagos lépéshossz", "Átl. lépéshossz", "Lépéshossz"],
            .cadence: ["Pedálütem", "Átl. pedálütem", "Ütem", "Lépésütem"],
            .distance: ["Távolság", "Táv"],
            .calories: ["Kalória", "Kalóriák"],
            .activityType: ["Tevékenység típusa", "Tevékenységtípus"],
            .title: ["Cím"],
            .favourite: ["Kedvenc"],
            .source: ["Forrás", "Eszköz"],
            .person: ["Felhasználó", "Személy"],
            .zone: ["Időzóna"],
        ],
        stepStems: ["lépés"],
        walks: [
            "Gyaloglás", "Séta", "Túrázás", "Gyalogtúra", "Beltéri gyaloglás", "Kirándulás",
        ],
        otherActivities: [
            "Futás", "Futás futópadon", "Terepfutás", "Kerékpározás",
            "Beltéri kerékpározás", "Úszás", "Medencés úszás", "Nyílt vízi úszás", "Erőedzés",
            "Jóga", "Elliptikus", "Evezés", "Síelés", "Mászás", "Tánc", "Egyéb", "Labdarúgás",
            "Kardió",
        ],
        months: [
            ["január", "jan"], ["február", "febr", "feb"], ["március", "márc", "már"],
            ["április", "ápr"], ["május", "máj"], ["június", "jún"], ["július", "júl"],
            ["augusztus", "aug"], ["szeptember", "szept"], ["október", "okt"],
            ["november", "nov"], ["december", "dec"],
        ]
    )
}
