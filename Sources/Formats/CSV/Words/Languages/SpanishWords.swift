extension LanguageWords {
    /// Spanish.
    static let spanish = LanguageWords(
        columns: [
            .date: ["Fecha", "Día"],
            .clock: ["Hora"],
            .activityTime: ["Tiempo"],
            .timestamp: ["Fecha y hora", "Fecha/Hora", "Marca de tiempo"],
            .start: ["Inicio", "Comienzo", "Hora de inicio", "Desde"],
            .end: ["Fin", "Final", "Hora de fin", "Hora de finalización", "Hasta"],
            .duration: ["Duración"],
            .movingTime: ["Tiempo en movimiento"],
            .elapsedTime: ["Tiempo transcurrido"],
            .steps: ["Pasos", "Número de pasos", "Recuento de pasos"],
            .stepGoal: ["Objetivo", "Objetivo de pasos", "Meta"],
            .strideLength: ["Longitud media de zancada", "Longitud de zancada"],
            .cadence: ["Cadencia"],
            .distance: ["Distancia"],
            .calories: ["Calorías"],
            .activityType: ["Tipo de actividad"],
            .title: ["Título"],
            .favourite: ["Favorito"],
            .source: ["Fuente", "Origen", "Dispositivo"],
            .person: ["Usuario", "Persona"],
            .zone: ["Zona horaria"],
        ],
        stepStems: ["pasos"],
        walks: [
            "Caminar", "Caminata", "Senderismo", "Caminata en interior", "Caminar en interior",
            "Paseo", "Marcha nórdica", "Andar",
        ],
        otherActivities: [
            "Carrera", "Correr", "Carrera en cinta", "Carrera de montaña",
            "Ciclismo", "Ciclismo en interior", "Ciclismo de montaña", "Natación",
            "Natación en piscina", "Natación en aguas abiertas", "Entrenamiento de fuerza",
            "Fuerza", "Elíptica", "Remo", "Esquí", "Escalada", "Baile", "Otros", "Otro", "Fútbol",
        ],
        months: [
            ["enero", "ene"], ["febrero", "feb"], ["marzo", "mar"], ["abril", "abr"],
            ["mayo", "may"], ["junio", "jun"], ["julio", "jul"], ["agosto", "ago"],
            ["septiembre", "setiembre", "sep", "sept"], ["octubre", "oct"], ["noviembre", "nov"],
            ["diciembre", "dic"],
        ]
    )
}
