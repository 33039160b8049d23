import Glibc
package import LinuxSystem

/// A block node, or a regular file that holds the image of one, opened for reading alone.
///
/// Nothing is mounted, so that no privilege is needed but the right to read the node, and a pulled
/// plug shows as an error at once (USB.md §4).
package final class BlockNode: BlockSource {
    /// The node.
    package let path: FilePath
    package let byteCount: Int64
    private let descriptor: FileDescriptor
    private let opened: FileStatus

    /// Opens a node; links on the way are followed (`/dev/disk/by-label/…`).
    ///
    /// - Throws: `gone` when there is no such node or no medium, `notPermitted`, `unsupported` when
    ///   it is neither a block node nor a regular file.
    package init(_ path: FilePath) throws(DeviceError) {
        self.path = path
        do throws(SystemError) {
            descriptor = try FileDescriptor.open(path, [.read, .nonBlocking])
            opened = try descriptor.status()
        } catch {
            throw DeviceError(error, node: path)
        }
        guard let length = try BlockNode.length(descriptor, opened, path: path) else {
            throw .unsupported(
                "\(path.shown) is \(opened.kind.words), but no disk; name the node of a disk, "
                    + "such as /dev/sdb1"
            )
        }
        // A reader of cards without a card opens like a disk, only that it has no bytes.
        guard length > 0 || opened.kind == .regular else { throw .gone }
        byteCount = length
    }

    package func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        guard offset >= 0, offset < byteCount, !buffer.isEmpty else { return 0 }
        let count = Int(min(Int64(buffer.count), byteCount - offset))
        let window = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
        do throws(SystemError) {
            return try descriptor.read(at: Int(offset), into: window)
        } catch {
            throw DeviceError(error, node: path)
        }
    }

    /// Makes sure that the device is still there.
    ///
    /// Three questions, since each alone can be answered wrongly: the node must still stand in its
    /// folder and be the same; the kernel must still give it its length (that of a removed disk is
    /// 0); and the first sector must still be readable after the kernel was asked to forget it, as
    /// bytes that it remembers say nothing about the plug.
    package func checkPresence() throws(DeviceError) {
        do throws(SystemError) {
            let now = try FileStatus.of(path, followLinks: true)
            guard now.device == opened.device, now.inode == opened.inode else {
                throw SystemError(code: ENODEV, call: "find", path: path)
            }
        } catch {
            throw DeviceError(error, node: path)
        }
        guard try BlockNode.length(descriptor, opened, path: path) == byteCount else {
            throw .gone
        }
        // The kernel forgets whole pages only. Its refusal changes nothing: then the sector may
        // come out of memory, and the two questions before have to do.
        _ = posix_fadvise(descriptor.raw, 0, off_t(BlockNode.pageBytes), POSIX_FADV_DONTNEED)
        guard try readBytes(at: 0, count: 512).count == min(512, Int(byteCount)) else {
            throw .gone
        }
    }

    /// The number that the kernel gave to this stay of the disk, `DISKSEQ` of udev: a disk that comes
    /// later under the same name has another one.
    ///
    /// Nothing for an image, and before Linux 5.15.
    package var diskSequence: UInt64? {
        var number: UInt64 = 0
        guard ioctl(descriptor.raw, BlockNode.diskSequenceRequest, &number) == 0 else { return nil }
        return number
    }

    /// The length in bytes; nothing when it is no disk.
    private static func length(
        _ descriptor: FileDescriptor,
        _ opened: FileStatus,
        path: FilePath
    ) throws(DeviceError) -> Int64? {
        do throws(SystemError) {
            if opened.kind == .regular { return try descriptor.status().size }
            guard opened.kind == .device else { return nil }
            var bytes: UInt64 = 0
            guard ioctl(descriptor.raw, blockSizeRequest, &bytes) == 0 else {
                let error = SystemError.last("measure", path)
                // A node of characters, such as a terminal, knows no such question.
                if error.code == ENOTTY || error.code == EINVAL { return nil }
                throw error
            }
            return Int64(clamping: bytes)
        } catch {
            throw DeviceError(error, node: path)
        }
    }

    /// `BLKGETSIZE64`, `_IOR(0x12, 114, size_t)` of linux/fs.h.
    ///
    /// The macro is too intricate to be imported; asm-generic/ioctl.h lays it out as direction 2
    /// (read) at bit 30, size at bit 16, type at bit 8, number at bit 0.
    private static let blockSizeRequest: UInt =
        2 << 30 | UInt(MemoryLayout<Int>.size) << 16 | 0x12 << 8 | 114

    /// `BLKGETDISKSEQ`, `_IOR(0x12, 128, __u64)` of linux/fs.h, laid out as above.
    private static let diskSequenceRequest: UInt =
        2 << 30 | UInt(MemoryLayout<UInt64>.size) << 16 | 0x12 << 8 | 128

    /// At least one page of memory on every machine that Amble runs on.
    private static let pageBytes = 65_536
}
