import Glibc
@testable import LinuxSystem
import Testing

struct TerminalTests {
    @Test func `a file is no terminal, one end of a pseudo terminal is`() throws {
        let null = try FileDescriptor.open(FilePath("/dev/null"), .read)
        #expect(!Terminal.isTerminal(null.raw))
        let master = try FileDescriptor.open(FilePath("/dev/ptmx"), [.readWrite])
        #expect(Terminal.isTerminal(master.raw))
    }

    @Test func `the variable wins when it is a sensible number`() {
        #expect(Terminal.width(variable: "132") == 132)
        let without = Terminal.width(variable: nil)
        for value in ["", "wide", "-3", "0", "99999999999999999999"] {
            #expect(Terminal.width(variable: value) == without)
        }
        #expect(Terminal.width >= 20)
    }
}
