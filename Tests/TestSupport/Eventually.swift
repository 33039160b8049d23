import Glibc

/// Whether a condition comes true before a deadline; looks every few milliseconds.
///
/// The deadline, two minutes, is when a test gives up, not what it may take: a busy machine is no
/// fault of the program.
package func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    var start = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    while true {
        if try condition() { return true }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        if now.tv_sec - start.tv_sec >= 120 { return false }
        poll(nil, 0, 10)
    }
}
