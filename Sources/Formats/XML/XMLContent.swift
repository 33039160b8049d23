/// What takes the elements of a document while it is read: the seam between expat and a dialect.
///
/// One read owns its content; what is handed over is valid during the call only.
protocol XMLContent: AnyObject {
    /// Hears that an element begins, and says what is wanted of it.
    ///
    /// The inside of an element that was skipped is never heard of, nor is its end.
    func open(_ element: XMLElement) -> XMLInterest

    /// Hears that the element that was opened last, and not closed yet, ends.
    ///
    /// - Parameter text: its own text when it was wanted, references and CDATA resolved, in UTF-8;
    ///   else nothing.
    func close(text: Span<UInt8>)
}

/// What is wanted of an element.
enum XMLInterest {
    /// Its child elements.
    case children
    /// Its own text; child elements are passed over.
    case text
    /// Nothing of it.
    case nothing
    /// Nothing of the document any more.
    case stop
}
