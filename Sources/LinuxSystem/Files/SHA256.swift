import CCrypto

/// The SHA-256 of bytes that come bit by bit (FIPS 180-4), by the system's libcrypto.
///
/// One owner at a time; it is not for sharing between threads.
package final class SHA256 {
    private let context: OpaquePointer

    /// Begins with no bytes.
    package init() {
        // Both fail only without memory or with a libcrypto that lacks SHA-256; going on would
        // make wrong fingerprints.
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
        else { preconditionFailure("libcrypto gives no SHA-256") }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Takes the next bytes.
    package func update(_ bytes: UnsafeRawBufferPointer) {
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
            preconditionFailure("libcrypto does not go on with SHA-256")
        }
    }

    /// Ends, once: the digest as 64 lower-case hexadecimal digits.
    package func finish() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else {
            preconditionFailure("a SHA-256 is finished once")
        }
        return String(decoding: digest.flatMap { [hex($0 >> 4), hex($0 & 15)] }, as: UTF8.self)
    }

    /// The digest of bytes in memory, as 64 lower-case hexadecimal digits.
    package static func of(_ bytes: [UInt8]) -> String {
        let hash = SHA256()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.finish()
    }

    private func hex(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
}
