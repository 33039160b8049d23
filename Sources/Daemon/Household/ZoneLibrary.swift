import LinuxSystem
import Model

/// Zones of the tz database by name, each read once, with a hash of its rules.
struct ZoneLibrary {
    private var entries: [String: Entry] = [:]

    /// A zone and what tells its rules from those of another version of the database.
    struct Entry: Hashable, Sendable {
        let rules: ZoneRules
        /// The SHA-256 of the file.
        let hash: String
    }

    /// Why a name gives no zone; the rest of a sentence that begins with the name.
    struct Complaint: Error, Hashable {
        let message: String
    }

    /// Reads a zone, or takes it out of memory.
    mutating func entry(_ name: String) throws(Complaint) -> Entry {
        if let entry = entries[name] { return entry }
        let entry = try ZoneLibrary.read(name)
        entries[name] = entry
        return entry
    }

    /// Why a name is no zone here, or nothing when it is one.
    static func complaint(about name: String) -> String? {
        do throws(Complaint) {
            _ = try read(name)
            return nil
        } catch {
            return error.message
        }
    }

    private static func read(_ name: String) throws(Complaint) -> Entry {
        let contents: [UInt8]
        do {
            contents = try SystemZone.contents(of: name)
        } catch {
            throw Complaint(message: words(for: error))
        }
        do {
            let rules = try ZoneRules(name: name, contents: contents)
            return Entry(rules: rules, hash: SHA256.of(contents))
        } catch {
            throw Complaint(message: "is \(error.description)")
        }
    }

    private static func words(for error: SystemError) -> String {
        let isUnknown = error.isMissing || error.path?.isAbsolute == false
        guard isUnknown else { return "cannot be looked up: \(error.reason); check tzdata" }
        // Every edition of the database has this one.
        if (try? SystemZone.contents(of: "Etc/UTC")) == nil {
            return "cannot be looked up, since the time zone files are missing; install tzdata"
        }
        return "is not a time zone of this system; names look like \"Europe/Oslo\" "
            + "(timedatectl list-timezones)"
    }
}
