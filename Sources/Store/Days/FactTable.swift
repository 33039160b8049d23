/// The table of single facts about the whole database.
struct FactTable {
    let connection: Connection

    /// A fact; the raw value is stored.
    enum Name: String {
        /// Under which settings, zones and tz version the cache was derived.
        case derivedUnder = "derived-under"
        /// Up to which instant readings were plausible when the marks were last brought up to date.
        case plausibleUntil = "plausible-until"
    }

    /// The value of a fact; nothing when it was never set.
    func value(_ name: Name) throws(StoreProblem) -> String? {
        try connection.one("SELECT value FROM fact WHERE name = ?", [.text(name.rawValue)]) {
            $0.text(0)
        }
    }

    /// Sets a fact.
    func set(_ name: Name, to value: String) throws(StoreProblem) {
        try connection.run(
            """
            INSERT INTO fact (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            [.text(name.rawValue), .text(value)]
        )
    }
}
