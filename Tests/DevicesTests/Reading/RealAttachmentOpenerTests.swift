import Devices
import Dispatch
import Glibc
import LinuxSystem
import Model
import TestSupport
import Testing

@Suite("Opening what is really there")
struct RealAttachmentOpenerTests {
    /// The tracker whose volume udev knows by this UUID.
    private func identity(_ uuid: String?) -> DeviceIdentity {
        DeviceIdentity(
            vendorID: 0x091E,
            productID: 0x2519,
            vendor: "Garmin",
            product: "eTrex 30",
            serial: "0000E5F1A2B3",
            volume: DeviceIdentity.Volume(label: "GARMIN", uuid: uuid, fileSystem: "vfat")
        )
    }

    private func open(
        _ how: Access,
        _ otherwise: [Access] = [],
        uuid: String? = "5A3C-0001"
    ) throws -> DeviceHolding {
        let attachment = Devices.Attachment(
            id: AttachmentID(syspath: "/sys/x", occurrence: "diskseq 1"),
            identity: identity(uuid),
            how: how,
            otherwise: otherwise
        )
        let queue = DispatchQueue(label: "amble.test.device")
        let result = queue.sync {
            Result { () throws(DeviceError) in
                try RealAttachmentOpener().open(
                    attachment,
                    queue: queue,
                    stop: StopSign(),
                    known: [],
                    progress: { _ in }
                )
            }
        }
        return try result.get()
    }

    private func image(in folder: FilePath) throws -> FilePath {
        let walk = Array("timestamp,steps\n".utf8)
        let image = FATImage(
            .fat16,
            [.folder("Garmin", [.folder("GPX", [.file("walk.gpx", walk)])]), .file("x.csv")]
        )
        let path = folder.appending("stick.img")
        let file = try FileDescriptor.open(path, [.write, .create, .truncate])
        try file.writeAll(image.bytes())
        return path
    }

    /// A folder that stands for where a stick is mounted.
    private func mounted(_ base: FilePath) throws -> MountedVolume {
        let device = DeviceNumber(statusDevice: try FileStatus.of(base).device)
        return MountedVolume(
            folder: base,
            device: device,
            block: DeviceNumber(major: 8, minor: 17),
            syspath: base
        )
    }

    @Test("The image of a stick is searched and read through its session")
    func fat() throws {
        try withTemporaryFolder { folder in
            let holding = try open(.fat(node: image(in: folder)))
            guard case .files(let session, let found) = holding else {
                Issue.record("it holds no files")
                return
            }
            defer { session.close() }
            let file = try #require(found.files.first)
            #expect(found.files.map(\.key.path) == ["Garmin/GPX/walk.gpx"])
            #expect(file.key.serial == "0000E5F1A2B3" && file.key.volume == "5A3C-0001")
            #expect(file.key.size == 16 && file.key.isProof)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
            defer { buffer.deallocate() }
            #expect(try session.read(file.entry, at: 0, into: buffer) == 16)
            #expect(String(decoding: buffer[..<16], as: UTF8.self) == "timestamp,steps\n")
            #expect(try session.isUnchanged(file.entry))
        }
    }

    @Test("A node that another stick has taken is gone, and nothing of it is read")
    func taken() throws {
        try withTemporaryFolder { folder in
            let node = try image(in: folder)
            #expect(throws: DeviceError.gone) { try open(.fat(node: node), uuid: "5A3C-0002") }
            for uuid in ["5a3c-0001", nil] {
                guard case .files(let session, _) = try open(.fat(node: node), uuid: uuid) else {
                    Issue.record("it holds no files")
                    continue
                }
                session.close()
            }
        }
    }

    @Test("What is no FAT volume, or not there, says so")
    func none() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("noise.img")
            try makeFile(path, String(repeating: "x", count: 4096))
            #expect(throws: DeviceError.self) { try open(.fat(node: path)) }
            #expect(throws: DeviceError.gone) {
                try open(.fat(node: folder.appending("nothing")))
            }
            #expect(throws: DeviceError.unsupported("nothing can be read from it")) {
                try open(.starting)
            }
        }
    }

    @Test(
        "A node that may not be opened is read where it is mounted",
        .disabled(if: getuid() == 0, "root may open everything")
    )
    func forbidden() throws {
        try withTemporaryFolder { folder in
            let node = try image(in: folder)
            #expect(node.withCString { chmod($0, 0) } == 0)
            #expect(throws: DeviceError.notPermitted(node)) { try open(.fat(node: node)) }
            // This folder is no mount of its own, which is found out only after it was opened: the
            // second way was tried.
            #expect(throws: DeviceError.gone) {
                try open(.fat(node: node), [.mounted(mounted(folder))])
            }
        }
    }
}
