import TestSupport
import Glibc
@testable import LinuxSystem
import Testing

struct JournalSocketTests {
    @Test func `an entry of single lines is lines`() {
        let bytes = JournalSocket.encode([("MESSAGE", "hello"), ("PRIORITY", "5")])
        #expect(String(decoding: bytes, as: UTF8.self) == "MESSAGE=hello\nPRIORITY=5\n")
    }

    @Test func `a value of several lines carries its length`() {
        let bytes = JournalSocket.encode([("MESSAGE", "a\nPRIORITY=0")])
        let length: [UInt8] = [12, 0, 0, 0, 0, 0, 0, 0]
        #expect(bytes == Array("MESSAGE\n".utf8) + length + Array("a\nPRIORITY=0\n".utf8))
    }

    @Test func `names the journal would not take are left out`() {
        let names = ["", "_PID", "lower", "1ST", "A=B", "A\nB", String(repeating: "A", count: 65)]
        #expect(JournalSocket.encode(names.map { ($0, "x") }).isEmpty)
        #expect(!JournalSocket.encode([("AMBLE_FILE2", "x")]).isEmpty)
    }

    @Test func `an entry arrives whole`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("journal")
            let receiver = try Receiver(path)
            #expect(JournalSocket(path: path).send(fields: [(name: "MESSAGE", value: "hei")]))
            #expect(receiver.nextText() == "MESSAGE=hei\n")
        }
    }

    @Test func `a journal that is not there, or will not, is told by the result`() throws {
        #expect(!JournalSocket(path: FilePath("/nowhere")).send(fields: [("MESSAGE", "x")]))
        try withTemporaryFolder { folder in
            let path = folder.appending("journal")
            let receiver = try Receiver(path)
            let huge = String(repeating: "x", count: 4 << 20)
            #expect(!JournalSocket(path: path).send(fields: [("MESSAGE", huge)]))
            #expect(receiver.next() == nil)
        }
    }

    @Test func `the stream is known by device and inode`() throws {
        let file = try FileDescriptor.open(FilePath("/dev/null"), .read)
        let status = try file.status()
        func matches(_ variable: String?) -> Bool {
            JournalSocket.matches(variable: variable, descriptor: file.raw)
        }
        #expect(matches("\(status.device):\(status.inode)"))
        #expect(!matches("\(status.device):\(status.inode + 1)"))
        #expect(!matches("\(status.device)"))
        #expect(!matches(":"))
        #expect(!matches("a:b"))
        #expect(!matches(nil))
    }
}
