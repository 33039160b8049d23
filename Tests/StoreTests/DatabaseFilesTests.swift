import Glibc
import Model
import Testing

@testable import Store

struct DatabaseFilesTests {
    @Test func `an existing database keeps its content and its permissions`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        folder.write([1, 2, 3], to: "amble.db")
        chmod(folder.database, 0o640)
        try DatabaseFiles.create(folder.database)
        #expect(folder.size("amble.db") == 3)
        #expect(folder.mode("amble.db") == 0o640)
    }

    @Test func `a log with content tells that nobody closed the database`() {
        let folder = StoreFolder()
        defer { folder.remove() }
        #expect(!DatabaseFiles.hasLog(folder.database))
        folder.write([], to: "amble.db-wal")
        #expect(!DatabaseFiles.hasLog(folder.database))
        folder.write([1], to: "amble.db-wal")
        #expect(DatabaseFiles.hasLog(folder.database))
    }

    @Test func `setting aside nothing gives a name and changes nothing`() throws {
        let folder = StoreFolder()
        defer { folder.remove() }
        let path = try DatabaseFiles.setAside(folder.database, now: morning)
        #expect(path.hasSuffix(".damaged-20261121T000000Z"))
        #expect(folder.names == [])
    }
}
