/// A line of CSV as RFC 4180 writes it, without its end.
enum CSVText {
    /// Joins the fields; nothing known is an empty field.
    static func line(_ fields: [String?]) -> String {
        fields.map { $0.map(quoted) ?? "" }.joined(separator: ",")
    }

    /// A field, in quotes where it holds a comma, a quote, a line end or blanks at its ends.
    private static func quoted(_ field: String) -> String {
        let needsQuotes =
            field.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
            || field.first == " " || field.last == " "
        guard needsQuotes else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
