/// The version of both programs.
package enum Version {
    /// What `--version` prints.
    package static let text = "0.1.0"
}
