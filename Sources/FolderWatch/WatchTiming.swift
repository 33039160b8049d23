/// How long the watcher waits for what; all in milliseconds.
package struct WatchTiming: Hashable, Sendable {
    /// How long a file that nobody closed must be unchanged to be settled (DESIGN.md §3).
    package let settle: Int64
    /// How long after the closing of a file it is looked at, so that several become one.
    package let debounce: Int64
    /// How often folders are looked into that no event tells of.
    package let poll: Int64
    /// How often every folder is looked into, in case an event was missed.
    package let listing: Int64

    /// What the daemon uses: with these it wakes at most twice a minute while nothing happens.
    package static let `default` = WatchTiming(
        settle: 2000,
        debounce: 100,
        poll: 30_000,
        listing: 300_000
    )

    /// Makes a timing.
    package init(settle: Int64, debounce: Int64, poll: Int64, listing: Int64) {
        self.settle = settle
        self.debounce = debounce
        self.poll = poll
        self.listing = listing
    }
}
