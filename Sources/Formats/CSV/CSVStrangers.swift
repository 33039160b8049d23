/// Layouts that are known and not read: each is refused by name, since a table of other things with
/// a column of steps must not be taken for a table of steps.
enum CSVStrangers {
    /// A layout, its name with an article, and the header words that give it away.
    private struct Stranger {
        let name: String
        let headers: [CSVHeaderPattern]
    }

    private static let all: [Stranger] = [
        Stranger(
            name: "a list of activities that is not laid out as Garmin Connect's",
            headers: CSVHeaderPattern.parts(.activityType, .date)
        ),
        Stranger(
            name: "a Fitabase export without steps",
            headers: [
                .part("Id", "ActivityMinute"), .part("Id", "ActivityHour"),
                .part("Id", "ActivityDay"), .part("Id", "ActivityDate"),
            ]
        ),
        Stranger(
            name: "a table of the Gadgetbridge database that is none of its samples of steps",
            headers: [
                .part("TIMESTAMP", "DEVICE_ID", "RAW_KIND"), .part("TIMESTAMP", "RAW_INTENSITY"),
                .part("TIMESTAMP", "DEVICE_ID", "USER_ID"),
            ]
        ),
        Stranger(
            name:
                "a list of sports of Mi Fit or Zepp Life, of which only numbers say what they are",
            headers: [.part("type", "startTime", "sportTime", "distance")]
        ),
        Stranger(
            name: "an ActiGraph data table without the ten lines before it",
            headers: [.part("axis1", "axis2", "axis3")]
        ),
        Stranger(
            name: "an activPAL table that is no list of events",
            headers: [.part("Time", "CumulativeStepCount"), .part("Time", "Cumulative Step Count")]
        ),
        Stranger(
            name: "an OxWearables table without steps, or with a heading that is not known",
            headers: [
                .part("Filename", "Time"), .part("Filename", "StartTime"),
                .part("Filename", "Date"), .part("Steps", "ENMO(mg)"), .part("Time", "ENMO(mg)"),
            ]
        ),
        Stranger(
            name: "a Strava list of activities without types or lengths",
            headers: [.part("Activity ID", "Activity Date")]
        ),
        Stranger(
            name: "an OpenTracks table without positions",
            headers: [.part("time", "trackpoint_type")]
        ),
        Stranger(
            name: "a PulseOn table without times",
            headers: [.part("walk_steps", "run_steps")]
        ),
        Stranger(
            name: "a GPS logger's table that is not laid out as those of Columbus",
            headers: [.part("INDEX", "TAG", "DATE", "TIME")]
        ),
        Stranger(
            name: "a table of positions in another grid than degrees; save the track as GPX",
            headers: [.part("UTM-East", "UTM-North"), .part("Swiss-East", "Swiss-North")]
        ),
        Stranger(name: "a WHOOP table", headers: [.part("Cycle start time", "Cycle end time")]),
    ]

    /// Words that only one maker writes before its header.
    private static let preambles: [(word: String, name: String)] = [
        ("com.samsung.", "a table of Samsung Health that is none of its steps"),
        ("Actiware", "an Actiwatch export"),
    ]

    /// The name of the stranger whose file this is, with its article.
    static func name(of head: CSVHead) -> String? {
        if let (_, name) = preambles.first(where: { head.firstLine.contains($0.word) }) {
            return name
        }
        for candidate in head.candidates {
            for stranger in all
            where stranger.headers.contains(where: { $0.matches(candidate.header) }) {
                return stranger.name
            }
        }
        return nil
    }
}
