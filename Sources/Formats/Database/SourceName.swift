/// What may be the name of a source.
enum SourceName {
    /// Names longer than this are no names of devices.
    private static let longest = 256

    /// Whether a name is not empty, not too long, and without control characters.
    static func isSound(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= longest
            && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
