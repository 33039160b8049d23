import Glibc
import LinuxSystem

/// Sets the time of change of a file, milliseconds since 1970.
func setTime(_ path: FilePath, milliseconds: Int64) {
    let time = timespec(
        tv_sec: Int(milliseconds / 1000),
        tv_nsec: Int(milliseconds % 1000) * 1_000_000
    )
    _ = path.withCString { utimensat(AT_FDCWD, $0, [time, time], 0) }
}
