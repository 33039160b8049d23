import Glibc
import Model
import TestSupport

@testable import Formats

/// A file of `Samples/` and what it gives as it stands.
struct MutationSample: Sendable {
    /// What kind of reader it goes to.
    enum Format: Sendable {
        case csv, xml, json, database
    }

    let name: String
    let bytes: [UInt8]
    let format: Format
    /// What it gives at each of the homes.
    let originals: [MutationTrial]
    /// The rows and cells of a CSV.
    let table: MutationTable?
    /// The tables of a database.
    let dump: DatabaseDump?

    /// The homes in which it is read: a time that lost its offset shows only where the wall clock
    /// is not the sample's.
    static let homes = ["Europe/Oslo", "America/New_York"].map { HomeZones(.named($0)) }

    /// Every export among the samples, in the order of their names.
    static let all: [MutationSample] = {
        names().sorted().compactMap { try? MutationSample(name: $0) }
    }()

    private static let folder =
        #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Samples"

    private init?(name: String) throws {
        guard let format = Self.format(of: name) else { return nil }
        self.name = name
        self.format = format
        bytes = Self.contents(of: Self.folder + "/" + name)
        let mutant = Mutant(bytes)
        let originals = try Self.homes.map {
            try MutationTrial(mutant, named: name, home: $0)
        }
        self.originals = originals
        let table = format == .csv ? MutationTable(bytes, originals[0].report) : nil
        self.table = table.flatMap { $0.hasTimesInRows ? $0 : nil }
        dump = format == .database ? try DatabaseDump(bytes) : nil
    }

    private static func format(of name: String) -> Format? {
        switch name.split(separator: ".").last {
        case "csv": .csv
        case "gpx", "tcx", "xml": .xml
        case "json": .json
        case "db": .database
        default: nil
        }
    }

    private static func names() -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }

    private static func contents(of path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
