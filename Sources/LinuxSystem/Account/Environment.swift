import Glibc

/// The variables the program was started with; nothing here changes them.
package enum Environment {
    /// The value of a variable, or nothing when it is not set; an empty value is a value.
    package static func value(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The value of a variable as a path, byte for byte; nothing when it is not set or empty.
    package static func path(_ name: String) -> FilePath? {
        guard let value = getenv(name) else { return nil }
        let bytes = Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
        return bytes.isEmpty ? nil : FilePath(bytes: bytes)
    }
}
