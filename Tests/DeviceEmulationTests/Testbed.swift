import CUMockdev
import LinuxSystem

/// An emulated kernel with its devices; the real libudev in this process believes in it.
///
/// There is one at a time: `EmulationTests` runs its tests one after another.
final class Testbed {
    private let pointer: UnsafeMutablePointer<UMockdevTestbed>
    private let root: FilePath

    init() throws {
        guard let pointer = umockdev_testbed_new(),
            let root = umockdev_testbed_get_root_dir(pointer)
        else { throw SystemError(code: 12, call: "emulate a kernel") }
        self.pointer = pointer
        self.root = FilePath(String(cString: root))
        g_free(root)
    }

    deinit {
        g_object_unref(pointer)
    }

    /// Lets devices be there, as `umockdev-record` writes them down, and tells `add` of each.
    func plug(_ description: String) -> Bool {
        umockdev_testbed_add_from_string(pointer, description, nil) != 0
    }

    func tell(_ action: String, _ path: String) {
        umockdev_testbed_uevent(pointer, path, action)
    }

    func set(_ property: String, _ value: String, of path: String) {
        umockdev_testbed_set_property(pointer, path, property, value)
    }

    /// Tells `remove`, and lets the device be gone.
    func pull(_ path: String) {
        tell("remove", path)
        umockdev_testbed_remove_device(pointer, path)
        // umockdev 0.17 forgets this link and then cannot let a disk of the same name come back.
        let block = root.appending("sys").appending("block")
        try? File.unlink(block.appending(FilePath(path).nameBytes))
    }
}
