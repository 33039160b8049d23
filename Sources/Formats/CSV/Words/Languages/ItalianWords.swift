extension LanguageWords {
    /// Italian.
    static let italian = LanguageWords(
        columns: [
            .date: ["Data", "Giorno"],
            .clock: ["Ora", "Orario"],
            .activityTime: ["Tempo"],
            .timestamp: ["Data e ora", "Data/Ora"],
            .start: ["Inizio", "Ora di inizio", "Da"],
            .end: ["Fine", "Ora di fine", "Ora fine"],
            .duration: ["Durata"],
            .movingTime: ["Tempo in movimento"],
            .elapsedTime: ["Tempo trascorso"],
            .steps: ["Passi", "Numero di passi", "Conteggio passi"],
            .stepGoal: ["Obiettivo", "Obiettivo passi", "Obiettivo di passi"],
            .strideLength: ["Lunghezza media passo", "Lunghezza passo"],
            .cadence: ["Cadenza", "Cadenza di corsa media"],
            .distance: ["Distanza"],
            .calories: ["Calorie"],
            .activityType: ["Tipo di attività", "Tipo attività"],
            .title: ["Titolo"],
            .favourite: ["Preferita", "Preferito"],
            .source: ["Fonte", "Origine", "Dispositivo"],
            .person: ["Utente", "Persona"],
            .zone: ["Fuso orario"],
        ],
        stepStems: ["passi"],
        walks: [
            "Camminata", "Camminare", "Escursionismo", "Escursione", "Camminata indoor",
            "Passeggiata", "Camminata veloce", "Camminata nordica",
        ],
        otherActivities: [
            "Corsa", "Corsa su tapis roulant", "Corsa su pista", "Ciclismo",
            "Ciclismo indoor", "Bici", "Nuoto", "Nuoto in piscina", "Nuoto in acque libere",
            "Allenamento della forza", "Forza", "Ellittica", "Canottaggio", "Sci", "Arrampicata",
            "Alpinismo", "Danza", "Altro", "Calcio",
        ],
        months: [
            ["gennaio", "gen"], ["febbraio", "feb"], ["marzo", "mar"], ["aprile", "apr"],
            ["maggio", "mag"], ["giugno", "giu"], ["luglio", "lug"], ["agosto", "ago"],
            ["settembre", "set"], ["ottobre", "ott"], ["novembre", "nov"], ["dicembre", "dic"],
        ]
    )
}
