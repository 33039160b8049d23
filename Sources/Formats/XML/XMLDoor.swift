package import Model

/// Reads XML of every kind: the root element decides which dialect hears the rest, so that a file is
/// read once.
package struct XMLDoor {
    /// Reads a file to its end, or to the first place that is no XML.
    ///
    /// A file that breaks off is taken up to there and `partly`.
    ///
    /// - Throws: only what the source throws; then nothing of the sink may be used.
    package static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink
    ) throws -> FormatReport {
        try read(source, context: context, into: sink, chunkBytes: XMLReader.chunkBytes)
    }

    static func read(
        _ source: any ByteSource,
        context: FileContext,
        into sink: any ReadingSink,
        chunkBytes: Int
    ) throws -> FormatReport {
        let root = XMLRoot(context: context, sink: sink)
        let ending = try XMLReader.read(
            try MendedXML(source),
            into: root,
            chunkBytes: chunkBytes
        )
        let document = root.document
        document.finish()
        return document.report(ending)
    }
}

/// Waits for the root element, then passes everything on to its dialect.
private final class XMLRoot: XMLContent {
    private let context: FileContext
    private let sink: any ReadingSink
    private var opened: (any XMLDocument)?

    init(context: FileContext, sink: any ReadingSink) {
        self.context = context
        self.sink = sink
    }

    /// The document; that of GPX, which names strangers, when there was no root.
    var document: any XMLDocument {
        opened ?? GPXReader.document(context: context, into: sink)
    }

    func open(_ element: XMLElement) -> XMLInterest {
        if let opened { return opened.open(element) }
        let document = document(for: element.parts.local)
        opened = document
        return document.open(element)
    }

    func close(text: Span<UInt8>) {
        opened?.close(text: text)
    }

    private func document(for root: XMLText) -> any XMLDocument {
        if root == "HealthData" { return AppleHealthDocument(context: context, into: sink) }
        if root == "TrainingCenterDatabase" { return TCXDocument(context: context, into: sink) }
        return GPXReader.document(context: context, into: sink)
    }
}
