import Model

/// The sources of a set of observations, one a name, in the order of the names' bytes.
///
/// Two entries of one name are one source (SESSIONS.md §8.10): what is true of one is true of both.
struct NamedSources {
    /// One source and all that its entries say about it.
    struct Named {
        let name: String
        var kinds: [SourceKind]
        var omitsZeros: Bool
        var resetsDaily: Bool
        var counterModulus: Int64?
        /// The end of its last plausible record, in milliseconds; nothing when it has none.
        var lastKnown: Int64?

        /// The beginning of its last known minute, in milliseconds: of the one that holds the last
        /// millisecond before that end, whatever the record was.
        var lastMinute: Int64? {
            lastKnown.map { wholeMinutes(max($0, .min / 2) - 1) * 60_000 }
        }
    }

    /// All sources; the place in this list is what the derivation calls a source.
    let all: [Named]
    /// For each entry of `Observations.sources` its place in `all`.
    private let places: [Int]

    /// Joins the entries of one name.
    init(_ observations: Observations, plausibility: Plausibility) {
        let sources = observations.sources
        let order = sources.indices.sorted { left, right in
            sources[left].name.utf8.lexicographicallyPrecedes(sources[right].name.utf8)
        }
        let ends =
            observations.lastKnown.isEmpty
            ? Self.lastKnown(in: observations, plausibility: plausibility)
            : observations.lastKnown.map { Optional($0.milliseconds) }
        var all: [Named] = []
        var places = [Int](repeating: 0, count: sources.count)
        for index in order {
            let end = ends.indices.contains(index) ? ends[index] : nil
            if let last = all.last, last.name.utf8.elementsEqual(sources[index].name.utf8) {
                all[all.count - 1].absorb(sources[index], lastKnown: end)
            } else {
                all.append(Named(sources[index], lastKnown: end))
            }
            places[index] = all.count - 1
        }
        self.all = all
        self.places = places
    }

    /// The source behind an index of a reading; nothing for an index that points nowhere.
    func place(of index: SourceIndex) -> Int? {
        places.indices.contains(Int(index)) ? places[Int(index)] : nil
    }

    /// The end of the last plausible record of each entry.
    private static func lastKnown(
        in observations: Observations,
        plausibility: Plausibility
    ) -> [Int64?] {
        var ends = [Int64?](repeating: nil, count: observations.sources.count)
        func note(_ source: SourceIndex, _ end: Instant) {
            guard ends.indices.contains(Int(source)) else { return }
            ends[Int(source)] = max(ends[Int(source)] ?? .min, end.milliseconds)
        }
        for step in observations.steps where plausibility.isHeard(step.reading) {
            note(step.reading.source, step.reading.end)
        }
        for sample in observations.counters
        where plausibility.objection(to: sample.reading.time) == nil {
            note(sample.reading.source, sample.reading.time)
        }
        for piece in observations.tracks {
            for point in piece.reading.points where plausibility.objection(to: point.time) == nil {
                note(piece.reading.source, point.time)
            }
        }
        for walk in observations.declared where walk.reading.counts(plausibility) {
            note(walk.reading.source, walk.reading.end)
        }
        return ends
    }
}

extension NamedSources.Named {
    fileprivate init(_ source: Source, lastKnown: Int64?) {
        self.init(
            name: source.name,
            kinds: [source.kind],
            omitsZeros: source.omitsZeros,
            resetsDaily: source.resetsDaily,
            counterModulus: source.counterModulus,
            lastKnown: lastKnown
        )
    }

    fileprivate mutating func absorb(_ source: Source, lastKnown end: Int64?) {
        kinds.append(source.kind)
        omitsZeros = omitsZeros || source.omitsZeros
        resetsDaily = resetsDaily || source.resetsDaily
        counterModulus = [counterModulus, source.counterModulus].compactMap(\.self).max()
        lastKnown = [lastKnown, end].compactMap(\.self).max()
    }
}
