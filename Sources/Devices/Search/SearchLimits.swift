/// How much of a tree is looked at; what a limit leaves out is told in a note.
///
/// A tracker's own folders stay far below all of them. They are for the stick with somebody's whole
/// archive, and for the damaged or hostile device whose folders never end.
package struct SearchLimits: Hashable, Sendable {
    /// How many folders deep a file may lie; what exporting programs make is four deep at most.
    package var depth = 8
    /// How many files and folders are looked at; a minute's work for a slow MTP device.
    package var entries = 20_000
    /// How many new files are found; ten years of one file a day are fewer.
    package var files = 5_000
    /// The largest file in bytes, 2 GiB; ten years of minutes in the wordiest export are a tenth.
    package var fileBytes: Int64 = 2 << 30

    /// Makes the usual limits.
    package init() {}
}
