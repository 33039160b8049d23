import Model
import Testing

@testable import Formats

struct XMLProblemTests {
    @Test func `every problem says what to do or what was left`() {
        let causes: [XMLProblem.Cause] = [
            .truncated, .malformed("mismatched tag"), .entities, .outsideType, .webPage, .tooDeep,
            .tooLong, .unknownEncoding("X"),
        ]
        let messages = causes.map { XMLProblem(place: .wholeFile, cause: $0).message }
        #expect(Set(messages).count == causes.count)
        for message in messages {
            #expect(!message.hasSuffix("."))
            #expect(message.contains(";"))
        }
        #expect(messages[1].contains("mismatched tag"))
    }

    @Test func `places are those of an editor`() throws {
        let ending = try XMLReader.read(
            MemoryBytes(Array("<a>\n  <b>\n  </c>\n</a>".utf8)),
            into: XMLDiary()
        )
        let problem = try #require(ending.problem)
        #expect(problem.cause == .malformed("mismatched tag"))
        #expect(problem.place == TextPlace(line: 3, column: 5, byte: 14))
    }

    @Test(arguments: [
        "", "<", "<a", "<a>", "<a><t>x", "<a><![CDATA[", "<!-- ", "<?xml version='1.0'?>",
    ])
    func `a document without its end breaks off`(text: String) throws {
        let ending = try XMLReader.read(MemoryBytes(Array(text.utf8)), into: XMLDiary())
        #expect(ending.problem?.cause == .truncated)
    }
}

struct XMLPrologueTests {
    private func prologue(_ bytes: [UInt8]) -> XMLPrologue { XMLPrologue(bytes[...]) }

    @Test func `the first bytes tell the encoding`() {
        #expect(prologue([]).encoding == "UTF-8")
        #expect(prologue([0xEF, 0xBB, 0xBF, 0x3C]).encoding == "UTF-8")
        #expect(prologue([0xFF, 0xFE, 0x3C, 0]).encoding == "UTF-16LE")
        #expect(prologue([0x3C, 0, 0x3F, 0]).encoding == "UTF-16LE")
        #expect(prologue([0, 0x3C, 0, 0x3F]).encoding == "UTF-16BE")
    }

    @Test func `only a misspelt UTF-8 is forced`() {
        #expect(prologue(Array("<?xml encoding='utf8'?>".utf8)).encodingForced == "UTF-8")
        #expect(prologue(Array("<?xml encoding=\"UTF8\" ?>".utf8)).encodingForced == "UTF-8")
        #expect(prologue(Array("<?xml encoding='utf-8'?>".utf8)).encodingForced == nil)
        #expect(prologue(Array("<gpx name='utf8'>".utf8)).encodingForced == nil)
        #expect(prologue(Array("<?xml?><gpx name='utf8'>".utf8)).encodingForced == nil)
    }
}
