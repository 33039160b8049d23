import CMalloc

/// How the C library keeps the memory of this process (mallopt(3), malloc_trim(3)).
package enum Heap {
    /// Has all threads share one heap; to be called before there is a second thread.
    ///
    /// By default each thread gets a heap of its own. Deriving ten years of minutes takes and gives
    /// back some megabytes for every month, and a thread's own heap returns them to the system each
    /// time: a third of a second in page faults, and more memory at the peak.
    package static func share() {
        mallopt(M_ARENA_MAX, 1)
    }

    /// Gives back to the system what nobody uses; takes milliseconds.
    package static func giveBack() {
        malloc_trim(0)
    }
}
