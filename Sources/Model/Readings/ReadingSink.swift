/// Where the readings of one file go while it is parsed: the seam between formats and store.
///
/// One parse owns its sink; nothing else touches it until the parse has ended. What a sink took is
/// applied in one transaction afterwards, or thrown away when the file turns out to be wrong.
package protocol ReadingSink: AnyObject {
    /// Gives a source its index in this file; the same name gives the same index.
    ///
    /// - Returns: nothing once the file has named more than 1000 sources.
    func index(of source: Source) -> SourceIndex?

    /// Takes step counts in any order.
    func take(steps: [StepReading])

    /// Takes counter samples in any order.
    func take(counters: [CounterReading])

    /// Takes a piece of a track segment; the pieces of a segment come in order.
    func take(track: TrackPiece)

    /// Takes declared walks in any order.
    func take(declared: [DeclaredReading])

    /// Takes entries of a diary in any order; a walk among them comes as a declared walk too.
    func take(diary: [DiaryEntry])
}
