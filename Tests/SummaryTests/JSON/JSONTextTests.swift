import Testing

@testable import Summary

@Suite struct JSONTextTests {
    @Test func `members keep their order, and unknown ones are left out`() {
        let object = JSONText.object(
            ["b": .number(1), "a": nil, "c": .string("x")],
            ["a": .array([.yes, .no])]
        )
        #expect(object.text == #"{"b":1,"c":"x","a":[true,false]}"#)
        #expect(JSONText.object([:]).text == "{}")
        #expect(JSONText.array([]).text == "[]")
    }

    @Test func `texts stay on one line and cannot move a terminal`() {
        let cases: [(text: String, json: String)] = [
            ("plain", #""plain""#), ("a\"b\\c", #""a\"b\\c""#), ("1\n2\r3\t4", #""1\n2\r3\t4""#),
            ("\u{1B}[2J", #""\u001b[2J""#), ("\u{0}\u{7F}", #""\u0000\u007f""#),
            ("\u{85}\u{2028}\u{2029}", #""\u0085\u2028\u2029""#), ("Ærlig ☕️", #""Ærlig ☕️""#),
            ("\r\n", #""\r\n""#), ("e\u{301}", "\"e\u{301}\""),
        ]
        for (text, json) in cases {
            #expect(JSONText.string(text).text == json)
        }
    }

    @Test func `numbers bear as many decimals as they are said to`() {
        #expect(JSONText.tenths(643).text == "64.3")
        #expect(JSONText.tenths(0).text == "0.0")
        #expect(JSONText.tenths(5).text == "0.5")
        #expect(JSONText.tenths(-5).text == "-0.5")
        #expect(JSONText.number(Int64.min).text == "-9223372036854775808")
        #expect(JSONText.degrees(nanodegrees: 59_913_868_700).text == "59.913868700")
        #expect(JSONText.degrees(nanodegrees: -1).text == "-0.000000001")
    }
}
