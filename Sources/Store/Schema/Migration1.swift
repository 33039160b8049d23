/// The first layout.
///
/// Times are milliseconds since the epoch, dates are days since it. Bodies are packed; the layout
/// of each stands at the top of the file that packs it.
enum Migration1 {
    static let statements = ledger + observations + derived

    /// What became of files: a content is known by its hash and person, a path only shows it.
    private static let ledger = [
        """
        CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT
        """,
        """
        CREATE TABLE content (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person (id),
            sha256 TEXT NOT NULL,
            path BLOB NOT NULL,
            bytes INTEGER NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'partly', 'refused')),
            dialect TEXT,
            readings INTEGER NOT NULL,
            first INTEGER,
            last INTEGER,
            problems BLOB NOT NULL,
            seen INTEGER NOT NULL,
            UNIQUE (person, sha256)
        ) STRICT
        """,
        """
        CREATE TABLE sighting (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person (id),
            path BLOB NOT NULL,
            content INTEGER REFERENCES content (id),
            sha256 TEXT,
            bytes INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            dialect TEXT,
            problems BLOB NOT NULL,
            seen INTEGER NOT NULL,
            UNIQUE (person, path)
        ) STRICT
        """,
    ]

    /// What the files say; the only truth that is stored.
    private static let observations = [
        """
        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            kind INTEGER NOT NULL,
            omits_zeros INTEGER NOT NULL,
            resets_daily INTEGER NOT NULL,
            modulus INTEGER
        ) STRICT
        """,
        """
        CREATE UNIQUE INDEX source_once
        ON source (name, kind, omits_zeros, resets_daily, ifnull(modulus, -1))
        """,
        """
        CREATE TABLE packed (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person (id),
            source INTEGER NOT NULL REFERENCES source (id),
            kind INTEGER NOT NULL,
            day INTEGER NOT NULL,
            content INTEGER NOT NULL REFERENCES content (id),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            body BLOB NOT NULL
        ) STRICT
        """,
        "CREATE INDEX packed_by_day ON packed (person, source, kind, day)",
        "CREATE INDEX packed_by_first ON packed (person, first, last)",
        // Two days in milliseconds: with it the rows that reach far are found without a scan.
        """
        CREATE INDEX packed_far ON packed (person, last, first)
        WHERE last - first > 172800000
        """,
        "CREATE INDEX packed_by_last ON packed (person, source, last, first)",
        """
        CREATE TABLE segment (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person (id),
            source INTEGER NOT NULL REFERENCES source (id),
            content INTEGER NOT NULL REFERENCES content (id),
            number INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            UNIQUE (content, number)
        ) STRICT
        """,
        "CREATE INDEX segment_by_first ON segment (person, first, last)",
        "CREATE INDEX segment_by_last ON segment (person, source, last, first)",
        """
        CREATE TABLE piece (
            segment INTEGER NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (segment, number)
        ) STRICT
        """,
    ]

    /// What was derived and told, and which days must be derived anew.
    private static let derived = [
        // AUTOINCREMENT: a mark that comes while days are derived must never get an old number.
        """
        CREATE TABLE mark (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person (id),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE day (
            person INTEGER NOT NULL REFERENCES person (id),
            date INTEGER NOT NULL,
            has_data INTEGER NOT NULL,
            is_open INTEGER NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (person, date)
        ) STRICT
        """,
        "CREATE INDEX day_open ON day (person, date) WHERE is_open = 1",
        "CREATE INDEX day_with_data ON day (person, date) WHERE has_data = 1",
        """
        CREATE TABLE told (
            person INTEGER NOT NULL REFERENCES person (id),
            date INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            text TEXT NOT NULL,
            is_pending INTEGER NOT NULL,
            PRIMARY KEY (person, date)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    ]
}
