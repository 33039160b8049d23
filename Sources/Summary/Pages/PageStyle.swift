/// How a page may look where it is read: colours and bars on a terminal, neither elsewhere.
package struct PageStyle: Hashable, Sendable {
    /// Whether colours are wanted: a terminal, and no `NO_COLOR`.
    package let usesColor: Bool
    /// Whether bars are drawn.
    package let showsBars: Bool
    /// The columns of the terminal, at least 40.
    package let width: Int

    /// A file or a pipe: words and numbers only.
    package static let plain = PageStyle(usesColor: false, showsBars: false, width: 100)

    /// Makes a style; a narrow terminal counts as one of 40 columns.
    package init(usesColor: Bool, showsBars: Bool, width: Int) {
        self.usesColor = usesColor
        self.showsBars = showsBars
        self.width = max(40, width)
    }

    /// What stands out.
    func strong(_ text: String) -> String { colored(text, "1") }

    /// What stands back.
    func faint(_ text: String) -> String { colored(text, "2") }

    /// What was walked.
    func walked(_ text: String) -> String { colored(text, "32") }

    /// What must be seen first.
    func urgent(_ text: String) -> String { colored(text, "1;31") }

    private func colored(_ text: String, _ code: String) -> String {
        usesColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// Prose in lines that fit, each with the indent; words are never cut.
    func wrapped(_ prose: String, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = ""
        for word in prose.split(separator: " ") {
            if !line.isEmpty, indent.count + line.count + 1 + word.count > min(width, 100) {
                lines.append(indent + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [indent + line]
    }
}
