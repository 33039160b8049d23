import Model

/// A point of a track while it is read: what its attributes and children say so far.
struct GPXPoint {
    /// Where its tag begins.
    let place: TextPlace
    /// Degrees north.
    var latitude: Coordinate
    /// Degrees east.
    var longitude: Coordinate
    /// Its time, when it has one that can be read.
    var time: Instant?
    /// Whether it has a time that cannot be read, which the problems say already.
    var isTimeUnreadable = false
    /// Its height in millimetres.
    private(set) var elevation: Int32?
    /// What stands for a height and is none, though it has digits.
    private(set) var unreadableElevation: String?
    /// What the receiver says against it.
    var flags: PointFlags = []

    /// Begins a point whose coordinates come later.
    init(at place: TextPlace) {
        self.place = place
        latitude = .missing
        longitude = .missing
    }

    /// Whether it has a latitude or a longitude, right or wrong.
    var hasPosition: Bool {
        if case .missing = latitude, case .missing = longitude { return false }
        return true
    }

    /// Reads the attributes of a start tag.
    init(_ element: XMLElement) {
        place = element.place
        var latitude = Coordinate.missing
        var longitude = Coordinate.missing
        element.forEachAttribute { name, value in
            if name == "lat" {
                latitude = Coordinate(value, limit: 90_000_000_000)
            } else if name == "lon" {
                longitude = Coordinate(value, limit: 180_000_000_000)
            }
        }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Takes a height in metres.
    ///
    /// What is no number, or no height between the deepest sea and the edge of space, is how some
    /// receivers say "unknown"; it is never made a zero. Digits that make no number were a height.
    mutating func take(elevation text: Span<UInt8>) {
        guard let millimetres = DecimalNumber.scaled(text, decimals: 3) else {
            let bytes = text.trimmed.map { text[$0] }
            if bytes.contains(where: { $0 &- 0x30 < 10 }) {
                unreadableElevation = ShownText.quoted(bytes)
            }
            return
        }
        guard (-12_000_000...100_000_000).contains(millimetres) else { return }
        elevation = Int32(clamping: millimetres)
    }

    /// Takes the horizontal dilution of precision; above 10 the point is not walked on.
    mutating func take(dilution text: Span<UInt8>) {
        guard let thousandths = DecimalNumber.scaled(text, decimals: 3), thousandths > 10_000
        else { return }
        flags.insert(.diluted)
    }

    /// Takes the kind of fix.
    mutating func take(fix text: Span<UInt8>) {
        let range = text.trimmed
        let none: StaticString = "none"
        guard range.count == none.utf8CodeUnitCount else { return }
        for index in range where text[index] | 0x20 != none.utf8Start[index - range.lowerBound] {
            return
        }
        flags.insert(.noFix)
    }

    /// Whether it is how some recorders write "paused here" and "went on here": latitude 100 and
    /// 200, longitude 0.
    var isPauseMark: Bool {
        guard case .outside(let north, _) = latitude, case .degrees(0) = longitude else {
            return false
        }
        return north == 100_000_000_000 || north == 200_000_000_000
    }

    /// The point as the derivation wants it; where its coordinates are wrong the track is broken.
    func trackPoint(at time: Instant) -> TrackPoint {
        let line = Int32(clamping: place.line)
        guard case .degrees(let north) = latitude, case .degrees(let east) = longitude else {
            return TrackPoint(
                time: time,
                latitude: 0,
                longitude: 0,
                elevation: elevation,
                flags: flags.union(.breaksChunk),
                line: line
            )
        }
        return TrackPoint(
            time: time,
            latitude: north,
            longitude: east,
            elevation: elevation,
            flags: flags,
            line: line
        )
    }

    /// What is wrong with the coordinates, in words; nothing when they are on the Earth.
    var coordinateProblem: String? {
        let axes = [("lat", latitude, 90), ("lon", longitude, 180)]
        for (name, coordinate, limit) in axes {
            switch coordinate {
            case .degrees: continue
            case .missing: return "the point has no \(name); the track is parted here"
            case .outside(_, let text), .unreadable(let text):
                let shown = ShownText.quoted(text.utf8)
                return "\(name)=\(shown) is no number from -\(limit) to \(limit);"
                    + " the track is parted here"
            }
        }
        return nil
    }

    /// A latitude or longitude in nanodegrees.
    enum Coordinate {
        case degrees(Int64)
        case outside(Int64, text: String)
        case unreadable(text: String)
        case missing

        init(_ text: XMLText, limit: Int64) {
            self = text.withBytes { Coordinate($0.span, limit: limit) }
        }

        init(_ text: Span<UInt8>, limit: Int64) {
            guard let value = DecimalNumber.scaled(text, decimals: 9) else {
                self = text.isEmpty ? .missing : .unreadable(text: Self.string(text))
                return
            }
            let isInside = (-limit...limit).contains(value)
            self = isInside ? .degrees(value) : .outside(value, text: Self.string(text))
        }

        private static func string(_ text: Span<UInt8>) -> String {
            text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
    }
}
