/// The layout with devices: what was plugged in, and what of it need not be read again.
enum Migration3 {
    static let statements = [
        """
        CREATE TABLE device (
            id INTEGER PRIMARY KEY,
            serial TEXT NOT NULL UNIQUE CHECK (serial <> ''),
            vendor TEXT,
            product TEXT,
            how TEXT,
            first_seen INTEGER NOT NULL,
            last_seen INTEGER NOT NULL,
            last_sync INTEGER,
            state TEXT NOT NULL,
            message TEXT
        ) STRICT
        """,
        // One row a place: a file that changed takes the place of what it was before.
        """
        CREATE TABLE device_file (
            device INTEGER NOT NULL REFERENCES device (id),
            volume TEXT NOT NULL,
            path TEXT NOT NULL,
            size INTEGER NOT NULL,
            time TEXT NOT NULL,
            person TEXT NOT NULL,
            reader TEXT NOT NULL,
            sha256 TEXT,
            PRIMARY KEY (device, volume, path)
        ) STRICT, WITHOUT ROWID
        """,
        // The device's own number of a day, which begins again after 255.
        """
        CREATE TABLE device_day (
            device INTEGER NOT NULL REFERENCES device (id),
            sequence INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 255),
            date INTEGER NOT NULL,
            PRIMARY KEY (device, sequence)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
