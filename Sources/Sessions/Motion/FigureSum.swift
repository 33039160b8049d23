import Model

/// Adds up what a walk takes from chunks and silences, in the order of time.
struct FigureSum {
    private let span: Range<Instant>
    private let seconds: Range<Int64>
    private var distance = 0.0
    private var walkedLength = 0.0
    private var walkedRawLength = 0.0
    private var hasPath = false
    private var heights: [Int64] = []
    private var profiles: [HeightProfile] = []

    /// Begins a sum over the seconds that begin in a span.
    init(in span: Range<Instant>) {
        self.span = span
        let first = span.lowerBound.advanced(by: 999).milliseconds.flooredDivision(by: 1000)
        let end = span.upperBound.advanced(by: 999).milliseconds.flooredDivision(by: 1000)
        seconds = first..<end
    }

    /// Adds the seconds that a chunk alone answers for.
    ///
    /// A leg counts in the proportion of its seconds that were walked, lie in the span and are not
    /// another chunk's.
    mutating func add(_ chunk: PacedPath, owned: Range<Int64>) {
        let usable = owned.clamped(to: seconds)
        let points = chunk.path.points
        let start = max(chunk.path.count(before: span.lowerBound.milliseconds) - 1, 0)
        var profile = HeightProfile()
        for index in points.indices.dropFirst(start) {
            let point = points[index]
            let leg = index > start ? points[index - 1].second..<point.second : 0..<0
            let share = share(of: leg, chunk, usable)
            if share == 0 { close(&profile) }
            count(point, share: share)
            appendHeight(point, share: share, owned: owned, to: &profile)
            if point.time >= span.upperBound.milliseconds { break }
        }
        close(&profile)
    }

    /// Adds the straight line across a silence, in the proportion of its credit.
    mutating func add(_ silence: Silence, owned: Range<Int64>) {
        let credit = silence.credit(in: owned.clamped(to: seconds))
        guard credit > .zero else { return }
        hasPath = true
        distance += silence.distance * Double(credit.count) / Double(silence.credit.count)
    }

    private func share(
        of leg: Range<Int64>,
        _ chunk: PacedPath,
        _ usable: Range<Int64>
    ) -> Double {
        guard !leg.isEmpty else { return 0 }
        return Double(chunk.paced.walked(in: leg.clamped(to: usable))) / Double(leg.count)
    }

    private mutating func count(_ leg: ThinnedPath.Point, share: Double) {
        guard share > 0 else { return }
        hasPath = true
        distance += leg.length * share
        walkedLength += leg.length * share
        walkedRawLength += leg.rawLength * share
    }

    private mutating func appendHeight(
        _ point: ThinnedPath.Point,
        share: Double,
        owned: Range<Int64>,
        to profile: inout HeightProfile
    ) {
        let isInside =
            point.time >= span.lowerBound.milliseconds
            && point.time <= span.upperBound.milliseconds
            && point.second >= owned.lowerBound && point.second <= owned.upperBound
        let elevation = isInside ? point.elevation : nil
        profile.append(length: point.length, counted: point.length * share, elevation: elevation)
        if let elevation { heights.append(Int64(elevation)) }
    }

    private mutating func close(_ profile: inout HeightProfile) {
        if profile.heights.count > 1 { profiles.append(profile) }
        profile = HeightProfile()
    }
}

extension FigureSum {
    /// The figures of all that was added.
    var figures: TrackFigures {
        var figures = TrackFigures()
        guard hasPath else { return figures }
        figures.distance = Metres(millimetres: Int64((distance * 1000).rounded()))
        figures.isPoorTrack = walkedRawLength * 2 > walkedLength * 3
        guard heights.count > 1 else { return figures }
        let isNoisy = Self.isNoisy(heights)
        let path = ZigZag(heights, threshold: isNoisy ? 10_000 : 3_000)
        var steepness = HeightProfile.Steepness()
        for profile in profiles { steepness.add(profile.steepness(window: isNoisy ? 300 : 100)) }
        figures.climb = Metres(millimetres: path.climb)
        figures.descent = Metres(millimetres: path.descent)
        figures.steep = Metres(millimetres: Int64((steepness.steep * 1000).rounded()))
        figures.steepestGrade = steepness.steepest
        let isUneven = Double(path.climb + path.descent) >= 20 * distance && distance > 0
        figures.isHilly = steepness.steep >= 100 || isUneven
        return figures
    }

    /// Whether the middle one of the bends between neighbouring heights is above 1 m.
    private static func isNoisy(_ heights: [Int64]) -> Bool {
        guard heights.count > 2 else { return false }
        let bends = heights.indices.dropFirst().dropLast()
            .map { abs(heights[$0 - 1] - 2 * heights[$0] + heights[$0 + 1]) }
            .sorted()
        return bends[(bends.count - 1) / 2] + bends[bends.count / 2] > 2_000
    }
}
