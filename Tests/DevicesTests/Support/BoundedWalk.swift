import Devices

/// Walks over everything on a device and reads a little of each file, and counts its calls.
final class BoundedWalk {
    private(set) var calls = 0
    private(set) var files: [String] = []
    private(set) var troubles: [DeviceError] = []
    private let limit: Int

    /// - Parameter limit: after so many calls it stops.
    init(limit: Int) {
        self.limit = limit
    }

    func all(_ source: any BlockSource) {
        do throws(DeviceError) {
            let findings = try VolumeFinder.find(in: source)
            troubles += findings.troubles
            for volume in findings.volumes {
                let tree = FATTree(volume)
                walk(tree, tree.root)
            }
        } catch {
            troubles.append(error)
        }
    }

    private func walk(_ tree: FATTree, _ folder: TreeEntry) {
        do throws(DeviceError) {
            calls += 1
            guard calls <= limit else { return }
            for entry in try tree.entries(of: folder) {
                if entry.kind == .folder {
                    walk(tree, entry)
                } else {
                    files.append(entry.path.joined(separator: "/"))
                    _ = try? tree.content(of: entry, chunk: 4096, limit: 16_384)
                }
            }
        } catch {
            troubles.append(error)
        }
    }
}
