package import Dispatch
package import LinuxSystem

/// Where news of mounts come from; the seam that keeps the kernel's table in one file.
///
/// Everything is called, and calls back, on the one queue given at the beginning.
package protocol MountEvents: AnyObject, Sendable {
    /// Begins; the table comes on the queue at once, and again after every change of it.
    ///
    /// - Throws: when the kernel's table cannot be listened to.
    func begin(
        on queue: DispatchQueue,
        deliver: @escaping @Sendable (MountTable) -> Void
    ) throws(SystemError)

    /// Ends; nothing is delivered afterwards.
    func end()
}
