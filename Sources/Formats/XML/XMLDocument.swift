internal import Model

/// A dialect of XML while one file of it is read.
protocol XMLDocument: XMLContent {
    /// Ends what a broken document left open, and gives the sink what is left.
    func finish()

    /// What was found out about the file, which ended so.
    func report(_ ending: XMLReader.Ending) -> FormatReport
}
