import Glibc

extension FileDescriptor {
    /// Waits until no other program holds the advisory lock of the file, and takes it (flock(2)).
    ///
    /// It is held until the descriptor closes. Programs that do not ask for it are not kept out.
    package func lock() throws(SystemError) {
        _ = try retrying("lock", path) { flock(raw, LOCK_EX) }
    }
}
