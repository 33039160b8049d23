extension LanguageWords {
    /// French.
    static let french = LanguageWords(
        columns: [
            .date: ["Date", "Jour"],
            .clock: ["Heure"],
            .activityTime: ["Temps"],
            .timestamp: ["Horodatage", "Date et heure", "Date/Heure"],
            .start: ["Début", "Heure de début", "Date de début"],
            .end: ["Fin", "Heure de fin", "Date de fin"],
            .duration: ["Durée"],
            .movingTime: ["Temps de déplacement"],
            .elapsedTime: ["Temps écoulé"],
            .steps: ["Pas", "Nombre de pas", "Nb de pas"],
            .stepGoal: ["Objectif", "Objectif de pas"],
            .strideLength: ["Longueur moyenne des foulées", "Longueur de pas"],
            .cadence: ["Cadence", "Cadence de course moyenne"],
            .distance: ["Distance"],
            .calories: ["Calories"],
            .activityType: ["Type d'activité"],
            .title: ["Titre"],
            .favourite: ["Favori"],
            .source: ["Source", "Appareil", "Source de données"],
            .person: ["Utilisateur", "Personne"],
            .zone: ["Fuseau horaire"],
        ],
        stepStems: ["depas"],
        walks: [
            "Marche", "Marche à pied", "Randonnée", "Randonnée pédestre", "Marche en salle",
            "Marche rapide", "Marche nordique", "Promenade", "Marche sportive",
        ],
        otherActivities: [
            "Course à pied", "Course", "Course sur tapis roulant", "Course sur tapis", "Trail",
            "Cyclisme", "Vélo", "Vélo d'intérieur", "Cyclisme en salle", "VTT", "Natation",
            "Natation en piscine", "Natation en eau libre", "Musculation",
            "Entraînement musculaire", "Vélo elliptique", "Aviron", "Ski", "Ski de fond",
            "Escalade", "Alpinisme", "Danse", "Équitation", "Autre", "Étirements", "Raquettes",
        ],
        months: [
            ["janvier", "janv"], ["février", "févr", "fév"], ["mars"], ["avril", "avr"], ["mai"],
            ["juin"], ["juillet", "juil"], ["août"], ["septembre", "sept"], ["octobre", "oct"],
            ["novembre", "nov"], ["décembre", "déc"],
        ]
    )
}
