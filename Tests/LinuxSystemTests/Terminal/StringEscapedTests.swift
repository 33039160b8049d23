import LinuxSystem
import Testing

struct StringEscapedTests {
    @Test func `plain text of any language stays as it is`() {
        for text in ["", "walks.csv:14:9", "skritt – 7 214 «steg» 歩", "👟"] {
            #expect(text.escapingControlCharacters == text)
        }
    }

    @Test func `one message stays one line and keeps its hands off the terminal`() {
        #expect("a\nb\r\tc".escapingControlCharacters == "a\\nb\\r\\tc")
        #expect("\u{1B}[2J\u{7F}\0".escapingControlCharacters == "\\u{1b}[2J\\u{7f}\\u{0}")
        #expect("\u{9B}31m".escapingControlCharacters == "\\u{9b}31m")
    }

    @Test func `a carriage return with its line feed is two characters`() {
        #expect("a\r\nb".escapingControlCharacters == "a\\r\\nb")
    }

    @Test func `marks that turn text around are shown`() {
        #expect("a\u{202E}vsc.exe".escapingControlCharacters == "a\\u{202e}vsc.exe")
        #expect("a\u{2028}b\u{2066}".escapingControlCharacters == "a\\u{2028}b\\u{2066}")
    }
}
