import Testing

@testable import Formats

@Suite struct CellObjectTests {
    private func read(_ text: String, _ object: inout CellObject) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { object.read($0) }
    }

    @Test func `members are found wherever they stand, and others are passed over`() {
        var object = CellObject(["steps", "time"])
        #expect(read(#"{"a":[1,{"steps":9}],"time":7,"steps":"104"}"#, &object))
        #expect(object[0].wholeNumber == 104)
        #expect(object[1].wholeNumber == 7)
        #expect(read("{}", &object))
        #expect(object[0].isUnrecorded)
        #expect(object[1].isUnrecorded)
    }

    @Test(
        arguments: [
            (#"{"steps":-1}"#, true), (#"{"steps":"--"}"#, true), (#"{"steps":null}"#, true),
            (#"{"steps":0}"#, false), (#"{"steps":[]}"#, false),
            (#"{"steps":-1,"steps":-1}"#, false),
        ])
    func `minus one and null are nothing recorded`(text: String, isUnrecorded: Bool) {
        var object = CellObject(["steps"])
        #expect(read(text, &object))
        #expect(object[0].isUnrecorded == isUnrecorded)
    }

    @Test(arguments: ["", "1", "[]", "{", #"{"steps":1}x"#, #"{"steps":1"#, "{steps:1}"])
    func `what is no object is none`(text: String) {
        var object = CellObject(["steps"])
        #expect(!read(text, &object))
    }
}
