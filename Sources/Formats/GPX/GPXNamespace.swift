/// Tells the elements of GPX from those of its many extensions, by their prefixes.
///
/// A prefix is GPX's own when it is bound to one of GPX's namespaces, or is the root's, or is an
/// undeclared `gpx`. All others belong to extensions, undeclared ones too: some writers forget
/// to declare the prefix of their extension.
struct GPXNamespace {
    private var prefixes: Set<String> = []
    private var isDefaultCore = true

    /// Notes what the root declares.
    init(root: XMLElement) {
        let prefix = root.parts.prefix.string
        var foreign: Set<String> = []
        root.forEachAttribute { name, value in
            if name == "xmlns" {
                isDefaultCore = prefix.isEmpty || Self.isCore(value)
            } else if name.hasPrefix("xmlns:") {
                let declared = name.dropFirst(6).string
                if Self.isCore(value) {
                    prefixes.insert(declared)
                } else {
                    foreign.insert(declared)
                }
            }
        }
        if !foreign.contains("gpx") { prefixes.insert("gpx") }
        prefixes.insert(prefix)
    }

    /// Whether an element inside the root is GPX's own.
    func contains(_ element: XMLElement, prefix: XMLText) -> Bool {
        var isCore = prefix.isEmpty ? isDefaultCore : prefixes.contains(prefix.string)
        element.forEachAttribute { name, value in
            guard name.hasPrefix("xmlns") else { return }
            let declared = name.dropFirst(6)
            let isOwn =
                prefix.isEmpty
                ? name == "xmlns" : !declared.isEmpty && declared.string == prefix.string
            if isOwn { isCore = Self.isCore(value) }
        }
        return isCore
    }

    private static func isCore(_ namespace: XMLText) -> Bool {
        namespace.string.lowercased().contains("topografix.com/gpx/1/")
    }
}
