/// The endpoints that an MTP interface has (USB Still Image Capture Device Definition 1.0 §4.2).
package struct MTPEndpoints: Hashable, Sendable {
    /// The bulk endpoint for data and responses.
    package let input: USBEndpoint
    /// The bulk endpoint for commands.
    package let output: USBEndpoint
    /// The interrupt endpoint for events; nothing waits for these, so it may be missing.
    package let events: USBEndpoint?

    /// Finds the endpoints among those of an interface; nothing when one of the bulk pair is
    /// missing or its packets have no size that bulk packets have.
    package init?(of endpoints: [USBEndpoint]) {
        // 8 bytes at full speed to 1024 at super speed (USB 2.0 §5.8.3, USB 3.2 §9.6.6).
        let bulk = endpoints.filter { $0.kind == .bulk && (8...1024).contains($0.packetSize) }
        guard let input = bulk.first(where: \.isInput),
            let output = bulk.first(where: { !$0.isInput })
        else { return nil }
        self.input = input
        self.output = output
        events = endpoints.first { $0.kind == .interrupt && $0.isInput }
    }
}
