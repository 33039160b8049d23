package import Model

extension WalkStore {
    /// Notes a device, or what is new of one that was noted before.
    ///
    /// It was first seen when it was first noted. Vendor, product, way of reading and last sync stay
    /// as they were where the new notice has none; state and message are replaced.
    package func noteDevice(_ device: SeenDevice) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            try DeviceTable(connection: connection).note(device)
        }
    }

    /// Lists every device that was ever noted, the one that was seen last first.
    package func devices() throws(StoreProblem) -> [SeenDevice] {
        try onQueue { (connection) throws(StoreProblem) in
            try DeviceTable(connection: connection).devices()
        }
    }

    /// Lists the files of a device that need not be read again.
    ///
    /// A file is known when this reader has read it for this person, and place, size and time are
    /// the same; one whose key is no proof never is. Usually some hundred, at most what the device
    /// ever held.
    ///
    /// - Parameters:
    ///   - serial: what the device is known by.
    ///   - person: whose walks they would be; another person's are read anew.
    ///   - reader: the version of the program; a newer one may understand more.
    /// - Returns: the keys of the files; none for a device that was never noted.
    /// - Throws: when the database cannot be read.
    package func knownDeviceFiles(
        serial: String,
        person: String,
        reader: String
    ) throws(StoreProblem) -> Set<DeviceFileKey> {
        try reading { (connection) throws(StoreProblem) in
            try DeviceTable(connection: connection)
                .files(of: serial, person: person, reader: reader)
        }
    }

    /// Remembers files that were judged: taken, partly taken, known or refused.
    ///
    /// One that waits, broke off or went away with its device must not be noted. A file whose key is
    /// no proof is passed over.
    ///
    /// - Throws: `failed` when a device was never noted; nothing is remembered then.
    package func noteDeviceFiles(
        _ files: [ReadDeviceFile],
        person: String,
        reader: String
    ) throws(StoreProblem) {
        guard !files.isEmpty else { return }
        try writing { (connection) throws(StoreProblem) in
            let table = DeviceTable(connection: connection)
            for file in files where file.key.isProof {
                try table.note(file, person: person, reader: reader)
            }
        }
    }

    /// The dates that a pedometer's own numbers of days, 0–255, were found to mean.
    package func deviceDays(serial: String) throws(StoreProblem) -> [UInt8: CivilDay] {
        try reading { (connection) throws(StoreProblem) in
            try DeviceTable(connection: connection).days(of: serial)
        }
    }

    /// Notes what numbers of days mean; others stay, since a device's memory is shorter than theirs.
    ///
    /// - Throws: `failed` when the device was never noted.
    package func noteDeviceDays(
        _ days: [UInt8: CivilDay],
        serial: String
    ) throws(StoreProblem) {
        try writing { (connection) throws(StoreProblem) in
            let table = DeviceTable(connection: connection)
            let device = try table.notedIdentity(of: serial)
            for (sequence, day) in days {
                try table.note(day, sequence: sequence, device: device)
            }
        }
    }
}
