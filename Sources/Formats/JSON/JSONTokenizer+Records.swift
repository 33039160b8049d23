internal import Model

extension JSONTokenizer {
    /// Reads an array of objects, which comes next; the body reads each from behind its beginning
    /// to its end.
    ///
    /// What stands in the array and is no object is a problem, and passed over.
    /// - Throws: as `next`, and what the body throws.
    func forEachRecord(
        _ output: ReadingOutput,
        _ body: (_ place: TextPlace) throws -> Void
    ) throws {
        guard try next() == .beginArray else {
            return output.report(at: place, "a list of records was expected here")
        }
        let inside = depth
        while true {
            switch try next() {
            case .beginObject: try body(place)
            case .endArray where depth < inside: return
            default:
                output.report(at: place, "this is no record like the others; it is passed over")
                while depth > inside { _ = try next() }
            }
        }
    }
}
