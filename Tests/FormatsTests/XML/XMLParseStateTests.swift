import Model
import Testing

@testable import Formats

/// What is passed over, collected and stopped between the tags.
struct XMLParseStateTests {
    private func diary(_ text: String) throws -> (lines: [String], problem: XMLProblem?) {
        let diary = XMLDiary()
        let ending = try XMLReader.read(MemoryBytes(Array(text.utf8)), into: diary)
        return (diary.lines, ending.problem)
    }

    @Test func `elements inside of what is passed over do not end it`() throws {
        let (lines, _) = try diary("<a><n><n><a><t>x</t></a></n><n/></n><t>y</t></a>")
        #expect(lines == ["<a", "<n", "<t", "> y", "> "])
    }

    @Test func `a text has only what stands directly in its element`() throws {
        let (lines, _) = try diary("<t>1<i>2<t>3</t>4</i>5<!-- 6 --><?p 7?><![CDATA[8]]></t>")
        #expect(lines == ["<t", "> 158"])
    }

    @Test func `one text does not leak into the next`() throws {
        let (lines, _) = try diary("<a>no<t>1</t>no<t></t>no<t>3</t><b>no</b></a>")
        #expect(lines == ["<a", "<t", "> 1", "<t", "> ", "<t", "> 3", "<b", "> ", "> "])
    }

    @Test func `line ends are one character in a text`() throws {
        let (lines, _) = try diary("<t>1\r\n2\r3\n</t>")
        #expect(lines == ["<t", "> 1\n2\n3\n"])
    }

    @Test func `a text may be as long as the limit and no longer`() throws {
        let most = String(repeating: "x", count: XMLReader.maximumTextBytes)
        #expect(try diary("<t>\(most)</t>").lines.last == "> " + most)
        let (lines, problem) = try diary("<a>\n<t>\(most)x</t><b/></a>")
        #expect(problem?.cause == .tooLong)
        #expect(problem?.place.line == 2)
        #expect(lines == ["<a", "<t"])
    }

    @Test func `nothing is heard after a stop, not even the end of an empty element`() throws {
        let (lines, problem) = try diary("<a><s/><b/></a>")
        #expect(lines == ["<a", "<s"])
        #expect(problem == nil)
        #expect(try diary("<s>").problem == nil)
    }

    @Test func `the first refusal is the one that is told`() throws {
        let (lines, problem) = try diary(
            "<!DOCTYPE html SYSTEM 'x' [<!ENTITY a 'b'><!ENTITY c 'd'>]><html>&a;</html>"
        )
        #expect(lines.isEmpty)
        #expect(problem?.cause == .webPage)
    }

    @Test func `a tag that lost its first sign is a mistake, after which the rest is read`() throws
    {
        let (lines, problem) = try diary("<a>\n b/>\n<b/></a>")
        #expect(lines == ["<a", "<b", "> ", "> "])
        #expect(problem?.cause == .strayText)
        #expect(problem?.place.line == 2)
        #expect(try diary("<a> b <b/></a>").problem == nil)
    }

    @Test func `a mistake behind the root is a mistake`() throws {
        let (lines, problem) = try diary("<a/>\n<b/>")
        #expect(lines == ["<a", "> "])
        #expect(problem?.cause == .malformed("junk after document element"))
        #expect(problem?.place == TextPlace(line: 2, column: 1, byte: 5))
    }
}
