import CMalloc

/// How the C library keeps the memory of this process (mallopt(3), malloc_trim(3)).
package enum Heap {
    /// Prepares for batches, each of which takes some megabytes and gives them back; to be called
    /// before there is a second thread.
    ///
    /// By default each thread has a heap of its own, and large pieces go back to the system at once:
    /// over ten years of minutes a third of a second in page faults, and more memory at the peak.
    /// So all threads share one heap, which keeps up to 16 MiB until `giveBack`.
    package static func keepBetweenBatches() {
        mallopt(M_ARENA_MAX, 1)
        mallopt(M_MMAP_THRESHOLD, 4 << 20)
        mallopt(M_TRIM_THRESHOLD, 16 << 20)
    }

    /// Gives back to the system what nobody uses; takes milliseconds.
    package static func giveBack() {
        malloc_trim(0)
    }
}
