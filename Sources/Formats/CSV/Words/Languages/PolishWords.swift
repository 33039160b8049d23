extension LanguageWords {
    /// Polish.
    static let polish = LanguageWords(
        columns: [
            .date: ["Data", "Dzień"],
            .time: ["Czas"],
            .clock: ["Godzina"],
            .timestamp: ["Data i czas", "Data i godzina", "Znacznik czasu"],
            .start: ["Początek", "Start", "Czas rozpoczęcia", "Godzina rozpoczęcia", "Od"],
            .end: ["Koniec", "Czas zakończenia", "Godzina zakończenia"],
            .duration: ["Czas trwania"],
            .movingTime: ["Czas w ruchu", "Czas ruchu"],
            .elapsedTime: ["Upłynęło czasu", "Czas, który upłynął"],
            .steps: ["Kroki", "Liczba kroków", "Ilość kroków"],
            .stepGoal: ["Cel", "Cel kroków"],
            .strideLength: ["Średnia długość kroku", "Długość kroku"],
            .cadence: ["Kadencja", "Rytm"],
            .distance: ["Dystans", "Odległość"],
            .calories: ["Kalorie", "Suma kalorii"],
            .activityType: ["Typ aktywności", "Rodzaj aktywności"],
            .title: ["Tytuł"],
            .favourite: ["Ulubiony", "Ulubione"],
            .source: ["Źródło", "Urządzenie"],
            .person: ["Użytkownik", "Osoba", "Uczestnik"],
            .zone: ["Strefa czasowa"],
        ],
        stepStems: ["kroki", "kroków"],
        walks: [
            "Chodzenie", "Chód", "Spacer", "Wędrówka", "Turystyka piesza", "Piesze wędrówki",
            "Marsz", "Chodzenie w pomieszczeniu", "Wędrówki piesze", "Nordic walking",
        ],
        otherActivities: [
            "Bieganie", "Bieg", "Bieg na bieżni", "Bieganie na bieżni", "Bieg przełajowy",
            "Jazda na rowerze", "Kolarstwo", "Kolarstwo szosowe", "Rower stacjonarny", "Pływanie",
            "Pływanie na basenie", "Pływanie na otwartych wodach", "Trening siłowy", "Siła",
            "Joga", "Orbitrek", "Wioślarstwo", "Narciarstwo", "Wspinaczka", "Taniec", "Inne",
            "Inna", "Piłka nożna", "Trening cardio",
        ],
        months: [
            ["styczeń", "stycznia", "sty"], ["luty", "lutego", "lut"], ["marzec", "marca", "mar"],
            ["kwiecień", "kwietnia", "kwi"], ["maj", "maja"], ["czerwiec", "czerwca", "cze"],
            ["lipiec", "lipca", "lip"], ["sierpień", "sierpnia", "sie"],
            ["wrzesień", "września", "wrz"], ["październik", "października", "paź"],
            ["listopad", "listopada", "lis"], ["grudzień", "grudnia", "gru"],
        ]
    )
}
