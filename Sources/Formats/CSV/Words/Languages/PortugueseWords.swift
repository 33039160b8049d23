extension LanguageWords {
    /// Portuguese, of Portugal and Brazil.
    static let portuguese = LanguageWords(
        columns: [
            .date: ["Data", "Dia"],
            .clock: ["Hora", "Horário"],
            .activityTime: ["Tempo", "Tempo total"],
            .timestamp: ["Data e hora", "Data/Hora"],
            .start: ["Início", "Hora de início"],
            .end: ["Fim", "Término", "Hora de fim", "Hora de término"],
            .duration: ["Duração"],
            .movingTime: ["Tempo em movimento"],
            .elapsedTime: ["Tempo transcorrido", "Tempo decorrido"],
            .steps: ["Passos", "Número de passos", "Contagem de passos"],
            .stepGoal: ["Meta", "Meta de passos", "Objetivo", "Objetivo de passos"],
            .strideLength: ["Comprimento médio da passada"],
            .cadence: ["Cadência", "Cadência de corrida média"],
            .distance: ["Distância"],
            .calories: ["Calorias"],
            .activityType: ["Tipo de atividade"],
            .title: ["Título"],
            .favourite: ["Favorito"],
            .source: ["Fonte", "Origem", "Dispositivo"],
            .person: ["Usuário", "Utilizador", "Pessoa"],
            .zone: ["Fuso horário"],
        ],
        stepStems: ["passos"],
        walks: [
            "Caminhada", "Caminhar", "Caminhada em interior", "Caminhada indoor",
            "Caminhada ao ar livre", "Passeio a pé", "Caminhada nórdica",
        ],
        otherActivities: [
            "Corrida", "Corrida em esteira", "Corrida em passadeira", "Corrida em trilha",
            "Ciclismo", "Ciclismo indoor", "Natação", "Natação em piscina",
            "Natação em águas abertas", "Treino de força", "Musculação", "Cardiovascular",
            "Elíptico", "Remo", "Esqui", "Escalada", "Dança", "Outros", "Outro", "Futebol", "Ioga",
        ],
        months: [
            ["janeiro", "jan"], ["fevereiro", "fev"], ["março", "mar"], ["abril", "abr"],
            ["maio", "mai"], ["junho", "jun"], ["julho", "jul"], ["agosto", "ago"],
            ["setembro", "set"], ["outubro", "out"], ["novembro", "nov"], ["dezembro", "dez"],
        ]
    )
}
