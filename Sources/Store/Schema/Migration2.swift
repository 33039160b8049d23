/// The layout with diaries: what each diary file says now, by its path.
///
/// A diary is corrected by hand, so unlike observations its lines go when the file says otherwise.
enum Migration2 {
    static let statements = diaries + forgetting

    private static let diaries = [
        """
        CREATE TABLE diary (
            id INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person (id),
            path BLOB NOT NULL,
            content INTEGER NOT NULL REFERENCES content (id),
            read_again INTEGER,
            UNIQUE (person, path)
        ) STRICT
        """,
        """
        CREATE TABLE diary_entry (
            diary INTEGER NOT NULL REFERENCES diary (id),
            time INTEGER NOT NULL,
            entry TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (diary, time, entry, value)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE diary_walk (
            diary INTEGER NOT NULL REFERENCES diary (id),
            source INTEGER NOT NULL REFERENCES source (id),
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            line INTEGER NOT NULL,
            PRIMARY KEY (diary, first, last)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX diary_walk_by_last ON diary_walk (last, first)",
        """
        CREATE VIEW diary_walk_of_person AS
        SELECT person, content, source, first, last, line
        FROM diary_walk JOIN diary ON diary.id = diary_walk.diary
        """,
        // AUTOINCREMENT as with the marks of days.
        """
        CREATE TABLE diary_mark (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            person INTEGER NOT NULL REFERENCES person (id),
            first INTEGER NOT NULL
        ) STRICT
        """,
    ]

    /// What the program before refused may be a diary: it is looked at anew.
    private static let forgetting = [
        """
        CREATE TEMPORARY TABLE forgotten AS SELECT id FROM content WHERE outcome = 'refused'
        AND id NOT IN (SELECT content FROM packed UNION ALL SELECT content FROM segment)
        """,
        "UPDATE sighting SET content = NULL WHERE content IN (SELECT id FROM forgotten)",
        "DELETE FROM content WHERE id IN (SELECT id FROM forgotten)",
        "DROP TABLE forgotten",
    ]
}
