import TestSupport
import Glibc
import LinuxSystem
import Testing

struct FolderTests {
    @Test func `a folder lists names and kinds without following links`() throws {
        try withTemporaryFolder { folder in
            try makeFile(folder.appending("a.csv"))
            try makeFile(folder.appending([0xFF, 0xFE]))
            try Folder.make(folder.appending("sub"))
            makeLink(folder.appending("link"), to: "sub")
            let entries = try Folder.entries(folder).sorted {
                $0.name.lexicographicallyPrecedes($1.name)
            }
            #expect(
                entries == [
                    FolderEntry(name: Array("a.csv".utf8), kind: .regular),
                    FolderEntry(name: Array("link".utf8), kind: .symbolicLink),
                    FolderEntry(name: Array("sub".utf8), kind: .folder),
                    FolderEntry(name: [0xFF, 0xFE], kind: .regular),
                ]
            )
        }
    }

    @Test func `long names are listed whole`() throws {
        try withTemporaryFolder { folder in
            let name = [UInt8](repeating: UInt8(ascii: "n"), count: 255)
            try makeFile(folder.appending(name))
            #expect(try Folder.entries(folder).map(\.name) == [name])
        }
    }

    @Test func `a folder that is not there, or is none, cannot be listed`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            #expect(throws: SystemError(code: ENOENT, call: "list", path: path)) {
                try Folder.entries(path)
            }
            try makeFile(path)
            #expect(throws: SystemError(code: ENOTDIR, call: "list", path: path)) {
                try Folder.entries(path)
            }
        }
    }

    @Test func `a link to a folder is listed only when links are followed`() throws {
        try withTemporaryFolder { folder throws in
            let link = folder.appending("link")
            makeLink(link, to: ".")
            #expect(try Folder.entries(link).count == 1)
            #expect(throws: SystemError.self) { try Folder.entries(link, followLinks: false) }
        }
    }

    @Test func `folders are made with those above, for the owner alone`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a/b/c")
            try Folder.make(path)
            try Folder.make(path)
            #expect(try FileStatus.of(path).mode & 0o777 == 0o700)
            #expect(try FileStatus.of(folder.appending("a")).mode & 0o777 == 0o700)
            try Folder.synchronize(path)
        }
    }

    @Test func `a file in the place of a folder is an error`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path)
            #expect(throws: SystemError.self) { try Folder.make(path) }
            #expect(throws: SystemError.self) { try Folder.make(path.appending("b")) }
        }
    }

    @Test func `a link to a folder counts as one`() throws {
        try withTemporaryFolder { folder in
            try Folder.make(folder.appending("real"))
            makeLink(folder.appending("link"), to: "real")
            try Folder.make(folder.appending("link"))
            #expect(try FileStatus.of(folder.appending("link")).kind == .symbolicLink)
        }
    }

    @Test func `a folder that cannot be made where its parent is there is an error`() {
        for path in ["/proc/nope", "/proc/nope/inner"] {
            #expect(throws: SystemError.self) { try Folder.make(FilePath(path)) }
        }
    }
}
