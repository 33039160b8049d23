import Model

/// A walk, and the minutes of the window that it rests on.
struct DerivedWalk {
    let walk: Walk
    /// The minutes of the window that [start, end) touches, pauses included.
    let minutes: Range<Int>
    /// Walking time by minute, running left out, in milliseconds.
    let credits: [(index: Int, milliseconds: Int64)]
}
