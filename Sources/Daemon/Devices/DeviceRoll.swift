import Devices
import LinuxSystem

/// What is plugged in at this moment, for programs that do not stay.
enum DeviceRoll {
    /// Lists the attachments, those that cannot be read too.
    ///
    /// - Returns: nothing where udev does not run.
    /// - Throws: what keeps devices from being listed.
    static func attachments() throws(DeviceEventsError) -> [Attachment] {
        var tracker = AttachmentTracker()
        // A stick that is mounted is known with its folder; without the table it is read all the same.
        if let mounts = try? MountTable.current() { _ = tracker.take(mounts, at: 0) }
        _ = tracker.take(.everything(try UdevMonitor.enumerate()), at: 0)
        return tracker.attachments
    }
}
