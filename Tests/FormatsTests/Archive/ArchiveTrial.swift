import TestSupport

@testable import Formats

/// Unpacks everything in an archive as an intake does.
enum ArchiveTrial {
    /// Each file of a zip that may be an export, by its name, or the first fault.
    static func unzip(
        _ bytes: [UInt8],
        limits: ArchiveLimits = ArchiveLimits()
    ) throws -> [String: [UInt8]] {
        let source = MemoryBytes(bytes)
        let allowance = UnpackAllowance(limits)
        let directory = try ZipDirectory(source, size: Int64(bytes.count), limits: limits)
        var files: [String: [UInt8]] = [:]
        for member in directory.members where member.obstacle == nil {
            files[ArchiveName.shown(member.name)] = try all(of: member.open(in: source, allowance))
        }
        return files
    }

    /// The content of a gzip file, or the first fault.
    static func gunzip(
        _ bytes: [UInt8],
        limits: ArchiveLimits = ArchiveLimits()
    ) throws -> [UInt8] {
        let source = MemoryBytes(bytes)
        let file = try GzipFile(source, size: Int64(bytes.count))
        return try all(of: file.open(in: source, UnpackAllowance(limits)))
    }

    /// What ends the unpacking of a zip.
    static func fault(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> ArchiveFault? {
        do {
            _ = try unzip(bytes, limits: limits)
            return nil
        } catch {
            return error as? ArchiveFault
        }
    }

    /// All bytes up to the size, a few at a time.
    static func all(of member: any MemberBytes, piece: Int = 1000) throws -> [UInt8] {
        var content: [UInt8] = []
        while Int64(content.count) < member.size {
            let bytes = try member.bytes(at: content.count, count: piece)
            if bytes.isEmpty { break }
            content += bytes
        }
        return Array(content.prefix(Int(clamping: member.size)))
    }
}
