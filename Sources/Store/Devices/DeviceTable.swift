import Model

/// The tables of devices, of their files that were read, and of their days.
struct DeviceTable {
    let connection: Connection

    /// Notes a device, or what is new of one that was noted before.
    ///
    /// It was first seen when it was first noted; what is not known now stays as it was known, but
    /// for the message, which belongs to the state.
    func note(_ device: SeenDevice) throws(StoreProblem) {
        try connection.run(
            """
            INSERT INTO device (serial, vendor, product, how, first_seen, last_seen, last_sync,
            state, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (serial) DO UPDATE SET vendor = ifnull(excluded.vendor, vendor),
            product = ifnull(excluded.product, product), how = ifnull(excluded.how, how),
            last_seen = max(excluded.last_seen, last_seen),
            last_sync = ifnull(excluded.last_sync, last_sync), state = excluded.state,
            message = excluded.message
            """,
            [
                .text(device.serial), .optional(device.vendor), .optional(device.product),
                .optional(device.how), .integer(device.firstSeen.milliseconds),
                .integer(device.lastSeen.milliseconds),
                .optional(device.lastSync?.milliseconds), .text(device.state.rawValue),
                .optional(device.message),
            ]
        )
    }

    /// Every device, the one that was seen last first.
    func devices() throws(StoreProblem) -> [SeenDevice] {
        try connection.all(
            """
            SELECT serial, vendor, product, how, first_seen, last_seen, last_sync, state, message
            FROM device ORDER BY last_seen DESC, serial
            """
        ) { (row) throws(StoreProblem) in
            guard let state = DeviceState(rawValue: row.text(7))
            else { throw connection.damage("\"\(row.text(7))\" is no state of a device") }
            return SeenDevice(
                serial: row.text(0),
                vendor: row.optionalText(1),
                product: row.optionalText(2),
                how: row.optionalText(3),
                firstSeen: Instant(milliseconds: row.integer(4)),
                lastSeen: Instant(milliseconds: row.integer(5)),
                lastSync: row.optionalInteger(6).map(Instant.init(milliseconds:)),
                state: state,
                message: row.optionalText(8)
            )
        }
    }

    /// The identity of a device, or nothing when it was never noted.
    func identity(of serial: String) throws(StoreProblem) -> Int64? {
        try connection.one("SELECT id FROM device WHERE serial = ?", [.text(serial)]) {
            $0.integer(0)
        }
    }

    /// The identity of a device that was noted.
    func notedIdentity(of serial: String) throws(StoreProblem) -> Int64 {
        if let known = try identity(of: serial) { return known }
        throw StoreProblem(
            .failed,
            path: connection.path,
            detail: "the device \(serial) is noted nowhere"
        )
    }

    /// Every file of a device that a reader has read for a person, at one go.
    func files(
        of serial: String,
        person: String,
        reader: String
    ) throws(StoreProblem) -> Set<DeviceFileKey> {
        var found: Set<DeviceFileKey> = []
        guard let device = try identity(of: serial) else { return found }
        try connection.rows(
            """
            SELECT volume, path, size, time FROM device_file
            WHERE device = ? AND person = ? AND reader = ?
            """,
            [.integer(device), .text(person), .text(reader)]
        ) { (row) throws(StoreProblem) in
            found.insert(
                DeviceFileKey(
                    serial: serial,
                    volume: row.text(0),
                    path: row.text(1),
                    size: row.integer(2),
                    time: row.text(3)
                )
            )
        }
        return found
    }

    /// Notes that a file was read, in the place of what was noted of its place before.
    func note(_ file: ReadDeviceFile, person: String, reader: String) throws(StoreProblem) {
        let key = file.key
        try connection.run(
            """
            INSERT INTO device_file (device, volume, path, size, time, person, reader, sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (device, volume, path) DO UPDATE SET size = excluded.size,
            time = excluded.time, person = excluded.person, reader = excluded.reader,
            sha256 = excluded.sha256
            """,
            [
                .integer(try notedIdentity(of: key.serial)), .text(key.volume), .text(key.path),
                .integer(key.size), .text(key.time), .text(person), .text(reader),
                .optional(file.sha256),
            ]
        )
    }

    /// The dates that are noted for a device's own numbers of days.
    func days(of serial: String) throws(StoreProblem) -> [UInt8: CivilDay] {
        var days: [UInt8: CivilDay] = [:]
        guard let device = try identity(of: serial) else { return days }
        try connection.rows(
            "SELECT sequence, date FROM device_day WHERE device = ?",
            [.integer(device)]
        ) { (row) throws(StoreProblem) in
            guard let sequence = UInt8(exactly: row.integer(0))
            else { throw connection.damage("a device has a day \(row.integer(0))") }
            days[sequence] = CivilDay(daysSinceEpoch: Int32(clamping: row.integer(1)))
        }
        return days
    }

    /// Notes the date of a day, in the place of what its number meant before.
    func note(_ day: CivilDay, sequence: UInt8, device: Int64) throws(StoreProblem) {
        try connection.run(
            """
            INSERT INTO device_day (device, sequence, date) VALUES (?, ?, ?)
            ON CONFLICT (device, sequence) DO UPDATE SET date = excluded.date
            """,
            [
                .integer(device), .integer(Int64(sequence)),
                .integer(Int64(day.daysSinceEpoch)),
            ]
        )
    }
}
