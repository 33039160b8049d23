import Model
import TestSupport
import Testing

@testable import Formats

/// Writes down what it hears; elements named `t` are wanted for their text, `n` not at all, and
/// `s` stops the document.
final class XMLDiary: XMLContent {
    private(set) var lines: [String] = []

    func open(_ element: XMLElement) -> XMLInterest {
        let (prefix, local) = element.parts
        var line = "<\(prefix.isEmpty ? "" : prefix.string + "|")\(local.string)"
        element.forEachAttribute { line += " \($0.string)=\($1.string)" }
        lines.append(line)
        if local == "t" { return .text }
        if local == "s" { return .stop }
        return local == "n" ? .nothing : .children
    }

    func close(text: Span<UInt8>) {
        lines.append(
            "> " + text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        )
    }
}

struct XMLReaderTests {
    private func read(
        _ bytes: [UInt8],
        chunkBytes: Int = XMLReader.chunkBytes
    ) throws -> (lines: [String], ending: XMLReader.Ending) {
        let diary = XMLDiary()
        let ending = try XMLReader.read(MemoryBytes(bytes), into: diary, chunkBytes: chunkBytes)
        return (diary.lines, ending)
    }

    private func read(_ text: String) throws -> (lines: [String], ending: XMLReader.Ending) {
        try read(Array(text.utf8))
    }

    @Test func `elements, attributes and wanted texts are handed over`() throws {
        let (lines, ending) = try read(
            "<a x='1' p:y='&lt;2'>no<p:t>&amp;<i>u</i>ø</p:t><n><t/></n></a>"
        )
        #expect(lines == ["<a x=1 p:y=<2", "<p|t", "> &ø", "<n", "> "])
        #expect(ending.problem == nil)
        #expect(ending.encoding == "UTF-8")
    }

    @Test func `a content that has enough ends the read without a problem`() throws {
        let (lines, ending) = try read("<a><s/><t>x</t></a> nonsense <<<")
        #expect(lines == ["<a", "<s"])
        #expect(ending.problem == nil)
    }

    @Test func `entities are refused before any is used`() throws {
        let bomb = """
            <?xml version="1.0"?>
            <!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>
            <a>&c;</a>
            """
        let (lines, ending) = try read(bomb)
        #expect(lines.isEmpty)
        #expect(ending.problem?.cause == .entities)
        #expect(ending.problem?.place.line == 2)
        let parameter = try read("<!DOCTYPE a [<!ENTITY % b 'x'>%b;]><a/>")
        #expect(parameter.ending.problem?.cause == .entities)
        let undeclared = try read("<a>&c;</a>")
        #expect(undeclared.ending.problem?.cause == .malformed("undefined entity"))
    }

    @Test func `outside types are refused, web pages are named, plain types pass`() throws {
        let outside = try read("<!DOCTYPE gpx SYSTEM 'http://example.org/gpx.dtd'><gpx/>")
        #expect(outside.ending.problem?.cause == .outsideType)
        let file = try read("<!DOCTYPE gpx SYSTEM '/etc/passwd'><gpx/>")
        #expect(file.ending.problem?.cause == .outsideType)
        let page = try read("<!DOCTYPE html><html><head><meta></head></html>")
        #expect(page.ending.problem?.cause == .webPage)
        let old = try read("<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://x'><p>")
        #expect(old.ending.problem != nil)
        #expect(try read("<!DOCTYPE a [<!ELEMENT a (t)>]><a/>").ending.problem == nil)
    }

    @Test func `depth is bounded`() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(try read(deep).ending.problem?.cause == .tooDeep)
        let skipped = "<n>" + String(repeating: "<a>", count: 100_000)
        #expect(try read(skipped).ending.problem?.cause == .tooDeep)
        let count = XMLReader.maximumDepth
        let deepest =
            String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
        #expect(try read(deepest).ending.problem == nil)
    }

    @Test func `a huge attribute, comment or text ends the read`() throws {
        let huge = String(repeating: "x", count: 10_000_000)
        #expect(try read("<a b='\(huge)'/>").ending.problem?.cause == .tooLong)
        #expect(try read("<a><!-- \(huge) --></a>").ending.problem?.cause == .tooLong)
        #expect(try read("<a><t>\(huge)</t></a>").ending.problem?.cause == .tooLong)
        // Text that nobody wants may be as long as it likes.
        #expect(try read("<a>\(huge)</a>").ending.problem == nil)
    }

    @Test func `any size of reads gives the same`() throws {
        let text = Array(
            "\u{FEFF}<a é='ü'><t>long text &#228; <![CDATA[ & ]]></t>\n<n/><b/></a>\n".utf8
        )
        let whole = try read(text)
        for chunkBytes in 1...20 {
            #expect(try read(text, chunkBytes: chunkBytes).lines == whole.lines)
        }
        #expect(whole.lines[2] == "> long text ä  & ")
    }

    @Test func `no bytes trap`() throws {
        var random = SeededGenerator(seed: 3)
        let seed = Array(
            "<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT a ANY>]><a b='1'><t>&#9;</t></a>".utf8
        )
        for _ in 0..<3_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                bytes[index] = UInt8.random(in: 0...255, using: &random)
            }
            let (_, ending) = try read(bytes, chunkBytes: Int.random(in: 1...40, using: &random))
            if let problem = ending.problem { #expect(!problem.message.isEmpty) }
        }
    }
}
