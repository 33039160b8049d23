extension FormatReader {
    /// What a person calls an export, by the name of its dialect; nothing for a name that is unknown.
    package static func title(ofDialect name: String) -> String? {
        others[name] ?? (CSVDialects.all + [.generic]).first { $0.name == name }?.title
    }

    /// Titles of what is no table.
    private static let others = [
        DiaryLayout.dialect: "a diary",
        "gpx": "tracks in GPX",
        "tcx": "activities in TCX",
        "apple-health": "the export of Apple Health (export.xml)",
        "fitbit-minutes": "the minutes of Fitbit (Global Export Data)",
        "google-fit-data": "a stream of Google Fit (All Data)",
        "google-fit-session": "a session of Google Fit (All Sessions)",
        "garmin-days": "the days of Garmin Connect (UDSFile)",
        "gadgetbridge": "the database of Gadgetbridge, or a table of it",
        "health-connect": "the database of Health Connect",
        "zip": "a zip archive",
        "gzip": "a file packed with gzip",
    ]
}
