import Glibc

/// The machine's time zone and its tz database.
package enum SystemZone {
    /// The name of the zone: what `TZ` says, else what `/etc/localtime` links to, else
    /// `/etc/timezone`, else `UTC`.
    ///
    /// What `TZ` says may be no name of the database, such as a rule written out (`CET-1CEST`); the
    /// caller then finds no rules for it and can say so, instead of cutting days elsewhere.
    package static func name() -> String {
        name(
            variable: Environment.value("TZ"),
            link: FilePath("/etc/localtime"),
            text: FilePath("/etc/timezone")
        )
    }

    static func name(variable: String?, link: FilePath, text: FilePath) -> String {
        if let variable {
            let word = variable.hasPrefix(":") ? String(variable.dropFirst()) : variable
            // An empty TZ means UTC (tzset(3)).
            if word.isEmpty { return "UTC" }
            return nameInDatabase(word) ?? word
        }
        if let target = try? File.linkTarget(link), let name = nameInDatabase(target.shown) {
            return name
        }
        if let name = firstLine(text), (try? contents(of: name)) != nil { return name }
        return "UTC"
    }

    /// Reads the file of a zone out of the tz database: `$TZDIR`, else `/usr/share/zoneinfo`.
    ///
    /// - Throws: `EINVAL` for a name that could lead out of the database, `ENOENT` for an unknown
    ///   one, and whatever else the system says.
    package static func contents(of name: String) throws(SystemError) -> [UInt8] {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else {
            throw SystemError(code: EINVAL, call: "read the time zone", path: FilePath(name))
        }
        let path = database.appending(name)
        let file = try FileDescriptor.open(path, [.nonBlocking])
        guard try file.status().kind == .regular else {
            throw SystemError(code: ENOENT, call: "read the time zone", path: path)
        }
        return try file.readAll(limit: 1 << 20)
    }

    private static var database: FilePath {
        Environment.path("TZDIR") ?? FilePath("/usr/share/zoneinfo")
    }

    /// The part of a path behind the database's folder, without its `posix` and `right` variants.
    private static func nameInDatabase(_ path: String) -> String? {
        var parts = path.split(separator: "/")
        guard let place = parts.lastIndex(of: "zoneinfo") else { return nil }
        parts.removeFirst(place + 1)
        if let first = parts.first, ["posix", "right"].contains(first) { parts.removeFirst() }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    private static func firstLine(_ path: FilePath) -> String? {
        guard let bytes = try? File.read(path, limit: 4096) else { return nil }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
}
