import Model

/// Cuts the points of tracks into pieces and gives them to the sink, unless the track turns out to
/// be a plan with invented times.
struct TrackWriter {
    /// The most points of a piece.
    static let pieceCapacity = 4096
    /// The most pieces that are held back while a track may be a plan; a track that moved at one
    /// speed for so long is one.
    static let heldCapacity = 64

    private enum Verdict {
        case unknown
        case suspected(ConstantSpeed)
        case recorded
        case plan
    }

    private let sink: any ReadingSink
    private let source: Source
    private var verdict = Verdict.unknown
    private var segment: Int32 = -1
    private var piece: Int32 = 0
    private var points: [TrackPoint] = []
    private var held: [TrackPiece] = []
    /// How many points the sink was given.
    private(set) var pointsGiven = 0

    /// Writes tracks of one source.
    init(source: Source, into sink: any ReadingSink) {
        self.source = source
        self.sink = sink
    }

    /// A new track begins, about which nothing is known.
    mutating func beginTrack() {
        verdict = .unknown
    }

    /// A new segment begins; all segments of a file are counted through, empty ones too.
    mutating func beginSegment() {
        segment = segment == .max ? segment : segment + 1
        piece = 0
    }

    /// Takes the next point of the segment.
    mutating func add(_ point: TrackPoint) {
        switch verdict {
        case .unknown:
            verdict = ConstantSpeed(from: point).map { .suspected($0) } ?? .recorded
        case .suspected(var speed):
            verdict = speed.admits(point) ? .suspected(speed) : .recorded
        case .recorded: break
        case .plan: return
        }
        points.append(point)
        if points.count == Self.pieceCapacity { endPiece() }
    }

    /// The segment ends.
    mutating func endSegment() {
        endPiece()
    }

    /// The track ends.
    ///
    /// - Returns: whether it was a plan, of which the sink was given nothing.
    mutating func endTrack() -> Bool {
        switch verdict {
        case .plan: return true
        case .suspected(let speed) where speed.legs >= 2:
            held = []
            return true
        case .suspected, .recorded, .unknown:
            release()
            return false
        }
    }

    private mutating func endPiece() {
        guard !points.isEmpty, let index = sink.index(of: source) else { return }
        held.append(TrackPiece(source: index, segment: segment, piece: piece, points: points))
        piece = piece == .max ? piece : piece + 1
        points = []
        points.reserveCapacity(Self.pieceCapacity)
        if case .recorded = verdict { return release() }
        if held.count >= Self.heldCapacity {
            held = []
            verdict = .plan
        }
    }

    private mutating func release() {
        for piece in held {
            pointsGiven += piece.points.count
            sink.take(track: piece)
        }
        held = []
    }
}
