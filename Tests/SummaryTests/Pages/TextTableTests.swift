import Testing

@testable import Summary

@Suite struct TextTableTests {
    @Test func `columns stand under each other, numbers to the right`() {
        var table = TextTable([.left, .right, .left])
        table.add(["a", "1", "x"])
        table.add(["bbb", "100", "y"])
        #expect(table.lines == ["a      1  x", "bbb  100  y"])
    }

    @Test func `empty columns are left out, and missing cells are empty`() {
        var table = TextTable([.left, .left, .left])
        table.add(["a", "", "z"])
        table.add(["b"])
        table.add(["c", "", "", "dropped"])
        #expect(table.lines == ["a  z", "b", "c"])
        #expect(TextTable([.left]).lines.isEmpty)
    }

    @Test func `letters count as one column each, however many bytes they take`() {
        var table = TextTable([.left, .left])
        table.add(["Ærø", "x"])
        table.add(["≈ 1", "y"])
        #expect(table.lines == ["Ærø  x", "≈ 1  y"])
    }
}
