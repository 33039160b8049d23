import Glibc

/// Whether a condition comes true before a deadline; looks every few milliseconds.
package func eventually(
    withinSeconds seconds: Int = 30,
    _ condition: () throws -> Bool
) rethrows -> Bool {
    var start = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    while true {
        if try condition() { return true }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        if now.tv_sec - start.tv_sec >= seconds { return false }
        poll(nil, 0, 10)
    }
}
