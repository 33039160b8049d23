internal import Model

/// The sources that the rows of one file name, each with its index and its clock.
final class CSVSources {
    /// A source of the file.
    final class Entry {
        let index: SourceIndex
        /// Places wall times without a zone.
        let clock: WallClock

        init(index: SourceIndex, clock: WallClock) {
            self.index = index
            self.clock = clock
        }
    }

    /// How a dialect describes its sources.
    struct Style: Sendable {
        /// The name where neither a row nor the folder's settings name one.
        let defaultName: String
        /// The kind of every source; nothing: the name decides.
        var kind: SourceKind?
        /// Whether the exports leave minutes without steps out.
        var omitsZeros = false
        /// Whether `… Health Connect` is another app's copy.
        var hasMirrors = false
    }

    /// Names longer than this are no names of devices.
    private static let longestName = 256

    private let sink: any ReadingSink
    private let context: FileContext
    private let style: Style
    private var entries: [[UInt8]: Entry] = [:]
    private let folds = FoldMemory()
    /// Rows of one source come in runs.
    private var last: (name: [UInt8], entry: Entry?)?

    /// Makes an empty list.
    init(_ sink: any ReadingSink, context: FileContext, style: Style) {
        self.sink = sink
        self.context = context
        self.style = style
    }

    /// The source of a file that names none: the folder's label, or else the dialect's name.
    var fileSource: Source {
        let name = context.sourceLabel ?? style.defaultName
        return Source(name: name, kind: style.kind ?? kind(of: name), omitsZeros: style.omitsZeros)
    }

    /// The source that a row names; without a name the folder's label, or else the dialect's name.
    ///
    /// - Parameters:
    ///   - cell: the name.
    ///   - hint: asked once a name for its kind, when neither dialect nor name tell it.
    /// - Returns: nothing when the name is no name or one too many.
    func entry(
        named cell: UnsafeBufferPointer<UInt8>,
        hint: () -> SourceKind = { .unknown }
    ) -> Entry? {
        if let last, last.name.count == cell.count, last.name.elementsEqual(cell) {
            return last.entry
        }
        let name = Array(cell)
        let entry = entries[name] ?? makeEntry(name, hint)
        // Beyond the sink's thousand nothing more is remembered, or memory would have no bound.
        entries[name] = entry
        last = (name, entry)
        return entry
    }

    private func makeEntry(_ bytes: [UInt8], _ hint: () -> SourceKind) -> Entry? {
        guard bytes.count <= Self.longestName else { return nil }
        let own = String(decoding: bytes, as: UTF8.self)
        guard own.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        let name = own.isEmpty ? context.sourceLabel ?? style.defaultName : own
        let told = kind(of: name)
        let kind = told == .unknown ? hint() : told
        let source = Source(name: name, kind: kind, omitsZeros: style.omitsZeros)
        guard let index = sink.index(of: source) else { return nil }
        return Entry(
            index: index,
            clock: WallClock(
                context.zones(ofSource: name)
            )
        )
    }

    private func kind(of name: String) -> SourceKind {
        if style.hasMirrors, name.hasSuffix("Health Connect") { return .mirror }
        return style.kind ?? SourceKind(deviceName: name)
    }
}

extension SourceKind {
    /// The kind that a device's name tells (SESSIONS.md §8.10 "Sources").
    init(deviceName name: String) {
        let lower = name.lowercased()
        let words = lower.split { !$0.isLetter }
        if name == "MobileTrack" || lower.hasPrefix("phone") || lower.contains("iphone") {
            self = .phone
        } else if lower.contains("watch") || lower.contains("fitbit") || name.contains("Band")
            || words.contains("band")
        {
            self = .watch
        } else {
            self = .unknown
        }
    }
}
