import TestSupport
import Glibc
import LinuxSystem
import Testing

struct FileTests {
    @Test func `a dangling link is there, nothing is not`() throws {
        try withTemporaryFolder { folder throws in
            makeLink(folder.appending("link"), to: "nothing")
            #expect(File.exists(folder.appending("link")))
            #expect(!File.exists(folder.appending("nothing")))
            #expect(try File.linkTarget(folder.appending("link")) == FilePath("nothing"))
        }
    }

    @Test func `renaming replaces, renaming exclusively does not`() throws {
        try withTemporaryFolder { folder in
            let (one, two) = (folder.appending("1"), folder.appending("2"))
            try makeFile(one, "one")
            try makeFile(two, "two")
            let error = #expect(throws: SystemError.self) {
                try File.renameExclusively(one, to: two)
            }
            #expect(error?.isAlreadyThere == true)
            #expect(try text(of: two) == "two")
            try File.rename(one, to: two)
            #expect(try text(of: two) == "one")
            try File.renameExclusively(two, to: one)
            #expect(try text(of: one) == "one")
            #expect(!File.exists(two))
        }
    }

    @Test func `a renaming that fails leaves no empty file behind`() throws {
        try withTemporaryFolder { folder throws in
            #expect(throws: SystemError.self) {
                try File.renameExclusively(folder.appending("no"), to: folder.appending("new"))
            }
            #expect(try Folder.entries(folder).isEmpty)
        }
    }

    @Test func `a removed file is gone`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("a")
            try makeFile(path)
            try File.unlink(path)
            #expect(!File.exists(path))
            #expect(throws: SystemError(code: ENOENT, call: "remove", path: path)) {
                try File.unlink(path)
            }
        }
    }
}
