/// Whose file it is and which content: what every stored observation belongs to.
struct Origin {
    /// The person's identity.
    let person: Int64
    /// The content's identity.
    let content: Int64
    /// The content's hash.
    let sha256: String
}
