import Glibc
import LinuxSystem
import Testing

@testable import Summary

@Suite struct AppendedFileTests {
    private func append(_ file: AppendedFile, _ lines: [String]) throws {
        try file.append(lines, removingTorn: TornLine.isText)
    }

    @Test func `lines are appended whole and in order`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("log")
            let file = AppendedFile(path)
            try append(file, ["one", "two"])
            try append(file, [])
            try append(file, ["three"])
            #expect(text(path) == "one\ntwo\nthree\n")
            #expect(try file.lastLines() == ["one", "two", "three"])
            #expect(try FileStatus.of(path).mode == 0o600)
        }
    }

    @Test func `without lines no file is made`() throws {
        try withTemporaryFolder { folder in
            let file = AppendedFile(folder.appending("log"))
            try append(file, [])
            #expect(text(folder.appending("log")) == nil)
            #expect(try file.lastLines() == [])
        }
    }

    @Test func `a torn line of ours is removed before the next one`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("log")
            for torn in ["2", "2026-11-2", "2026-11-21 Sat  64 min of", "Please se"] {
                try write("whole\n" + torn, to: path)
                try append(AppendedFile(path), ["next"])
                #expect(text(path) == "whole\nnext\n", "after \(torn)")
            }
        }
    }

    @Test func `an unfinished line of somebody else gets its end`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("log")
            try write("whole\nmy own note", to: path)
            try append(AppendedFile(path), ["next"])
            #expect(text(path) == "whole\nmy own note\nnext\n")
        }
    }

    @Test func `a file that was renamed away is left, and a new one begun`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("log")
            let file = AppendedFile(path)
            try append(file, ["old"])
            try File.rename(path, to: folder.appending("log.1"))
            try append(file, ["new"])
            #expect(text(folder.appending("log.1")) == "old\n")
            #expect(text(path) == "new\n")
            #expect(try file.lastLines() == ["old", "new"])
        }
    }

    @Test func `a file that was removed or replaced is begun anew`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("log")
            let file = AppendedFile(path)
            try append(file, ["one"])
            try File.unlink(path)
            try append(file, ["two"])
            #expect(text(path) == "two\n")
            file.close()
            try append(file, ["three"])
            #expect(text(path) == "two\nthree\n")
        }
    }

    @Test func `only the end of a long file is read back`() throws {
        try withTemporaryFolder { folder in
            let file = AppendedFile(folder.appending("log"))
            try append(file, (0..<1000).map { "line \($0)" })
            #expect(try file.lastLines(limit: 18).last == "line 999")
            #expect(try file.lastLines(limit: 18).count <= 3)
        }
    }

    @Test func `a link is not followed out of the folder`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("log")
            try write("", to: folder.appending("elsewhere"))
            #expect(symlink(folder.appending("elsewhere"), path))
            #expect(throws: SystemError.self) { try append(AppendedFile(path), ["one"]) }
            #expect(text(folder.appending("elsewhere")) == "")
        }
    }

    @Test func `a folder that is not there is an error that names the file`() {
        let file = AppendedFile(FilePath("/nonexistent-folder/log"))
        #expect(throws: SystemError.self) { try append(file, ["one"]) }
    }

    private func symlink(_ target: FilePath, _ path: FilePath) -> Bool {
        target.withCString { from in path.withCString { Glibc.symlink(from, $0) } } == 0
    }
}
