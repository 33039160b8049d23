import Glibc
import LinuxSystem
import TestSupport
import Testing

@testable import Daemon

struct RequestDeskTests {
    @Test func `a request comes back as it was asked, odd names and all`() throws {
        let odd = FilePath(bytes: Array("/a b\n".utf8) + [0xFF, 0x01] + Array(";.csv".utf8))
        for request in [
            DaemonRequest(.rebuild, person: "me"),
            DaemonRequest(.importFiles, person: "Ünal, \"x\"", paths: [odd, FilePath("/b")]),
            DaemonRequest(.importFiles, person: "", paths: []),
        ] {
            #expect(DaemonRequest(bytes: request.bytes) == request)
        }
    }

    @Test func `an answer comes back as it was given`() {
        let codes: [ExitCode] = [.done, .wrongData, .inputOutput, .tryAgain, .configuration]
        for code in codes {
            let answer = DaemonAnswer(code: code, sentence: "what, where,\nwhy")
            #expect(DaemonAnswer(bytes: answer.bytes) == answer)
        }
    }

    @Test(arguments: [
        "", "amble-request 1", "amble-request 1|import", "amble-request 2|import|me",
        "amble-request 1|erase|me", "amble-request 1|IMPORT|me", "|||", "x|import|me",
    ])
    func `what is no request of this version is none`(text: String) {
        #expect(DaemonRequest(bytes: Array(text.replacing("|", with: "\0").utf8)) == nil)
    }

    @Test(arguments: [
        "", "amble-answer 1", "amble-answer 1|0", "amble-answer 1|1|not of the table",
        "amble-answer 1|-1|", "amble-answer 1|99999999999999|", "amble-answer 1|x|",
        "amble-answer 1|0|a|b", "amble-answer 2|0|",
    ])
    func `what is no answer of this version is none`(text: String) {
        #expect(DaemonAnswer(bytes: Array(text.replacing("|", with: "\0").utf8)) == nil)
    }

    @Test func `random bytes are neither`() {
        var generator = SeededGenerator(seed: 6)
        for count in 0..<300 {
            var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(DaemonRequest(bytes: bytes) == nil && DaemonAnswer(bytes: bytes) == nil)
            bytes = DaemonRequest(.rebuild, person: "me").bytes
            bytes[Int.random(in: 0..<15, using: &generator)] ^= 1
            #expect(DaemonRequest(bytes: bytes) == nil)
        }
    }

    @Test func `a request stays on the desk until it is answered`() throws {
        let home = try ServiceHome()
        let desk = RequestDesk(folder: home.folder.appending("requests"))
        let request = DaemonRequest(.importFiles, person: "me", paths: [FilePath("/a")])
        let path = try desk.ask(request, as: "7-1")
        #expect(desk.isRequest(path) && desk.isOpen(path))
        #expect(desk.takeAnswer(to: path) == nil)
        #expect(desk.read(path) == request)
        #expect(desk.read(path) == request)
        try desk.answer(path, with: DaemonAnswer(code: .wrongData, sentence: "no"))
        #expect(!desk.isOpen(path) && desk.read(path) == nil)
        #expect(desk.takeAnswer(to: path) == DaemonAnswer(code: .wrongData, sentence: "no"))
        #expect(desk.takeAnswer(to: path) == nil)
        #expect(try Folder.entries(desk.folder).isEmpty)
    }

    @Test func `requests are for their owner's eyes alone`() throws {
        let home = try ServiceHome()
        let desk = RequestDesk(folder: home.folder.appending("requests"))
        let path = try desk.ask(DaemonRequest(.rebuild, person: "me"), as: "7-1")
        #expect(try FileStatus.of(desk.folder).mode == 0o700)
        #expect(try FileStatus.of(path).mode == 0o600)
    }

    @Test func `an unreadable request is taken off the desk`() throws {
        let home = try ServiceHome()
        let desk = RequestDesk(folder: home.inbox)
        for (name, make) in [
            ("a.request", { TestHome.write([1, 2, 3], to: $0) }),
            ("b.request", { _ = mkfifo($0, 0o600) }),
            ("c.request", { _ = symlink("/etc/passwd", $0) }),
        ] as [(String, (String) -> Void)] {
            make(home.inbox.appending(name).shown)
            #expect(desk.read(home.inbox.appending(name)) == nil)
        }
        #expect(try Folder.entries(home.inbox).isEmpty)
        #expect(Program.text("/etc/passwd").contains("root"))
    }

    @Test func `only files of the desk that are named so are requests`() {
        let desk = RequestDesk(folder: FilePath("/s/requests"))
        #expect(desk.isRequest(FilePath("/s/requests/1.request")))
        for path in ["/s/requests/1.answer", "/s/1.request", "/s/requests/x/1.request", "/s"] {
            #expect(!desk.isRequest(FilePath(path)), "\(path)")
        }
    }

    @Test func `an answer is kept for who asked, and so is a request`() throws {
        let home = try ServiceHome()
        let desk = RequestDesk(folder: home.folder.appending("requests"))
        desk.removeStaleAnswers()
        let open = try desk.ask(DaemonRequest(.rebuild, person: "me"), as: "7-1")
        let answered = try desk.ask(DaemonRequest(.rebuild, person: "me"), as: "7-2")
        try desk.answer(answered, with: DaemonAnswer(code: .done))
        let withdrawn = try desk.ask(DaemonRequest(.rebuild, person: "me"), as: "7-3")
        desk.withdraw(withdrawn)
        #expect(desk.isOpen(open) && !desk.isOpen(withdrawn))
        desk.removeStaleAnswers()
        #expect(desk.isOpen(open))
        #expect(desk.takeAnswer(to: answered) == DaemonAnswer(code: .done))
        #expect(try Folder.entries(desk.folder).count == 1)
    }
}
