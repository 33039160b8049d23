/// Content that is no pedometer export, what it is, and what a person can do about it.
enum ForeignContent {
    /// What to say about bytes that begin as a well-known kind of file does; nothing for text.
    static func sentence(forBeginning bytes: [UInt8]) -> String? {
        if isWorkbook(bytes) { return workbook }
        for kind in kinds where bytes.dropFirst(kind.offset).starts(with: kind.mark) {
            return kind.sentence
        }
        return nil
    }

    /// What to say about an XML document by the name of its root element.
    static func sentence(forRoot name: String) -> String {
        switch name.lowercased() {
        case "clinicaldocument":
            "this is the clinical copy of an Apple Health export (export_cda.xml), which is not"
                + " read; drop export.xml out of the same folder instead"
        case "kml": "this is a Google Earth file (KML), which is not read; export it as GPX"
        case "html": "this is a web page, not an export; download the file itself"
        case "svg": "this is a drawing (SVG), not an export of a pedometer"
        default:
            "this is XML of the kind \(ShownText.quoted(name.utf8)), not an export of a pedometer"
        }
    }

    /// What to say about JSON.
    static let json =
        "this is JSON of no known kind; Amble reads steps-….json of Fitbit's Global Export Data,"
        + " step counts and sessions of Google Fit, and UDSFile of Garmin; else choose CSV or GPX"
        + " where the data are exported"

    static let workbook =
        "this is an Excel workbook; save the sheet with the steps as CSV"
    private static let zip = "this is a zip archive; unpack it and drop the files in it"

    /// A zip whose first entry is the one that Office documents begin with.
    static func isWorkbook(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4])
            && bytes.dropFirst(30).starts(with: "[Content_Types].xml".utf8)
    }

    private struct Kind {
        let mark: [UInt8]
        let sentence: String
        var offset = 0
    }

    private static let kinds = [
        Kind(mark: [0x50, 0x4B, 3, 4], sentence: zip),
        Kind(mark: [0x50, 0x4B, 5, 6], sentence: zip),
        Kind(mark: [0x1F, 0x8B], sentence: "this is packed with gzip; unpack it first"),
        Kind(
            mark: Array("ustar".utf8),
            sentence: "this is a tar archive; unpack it and drop the files in it",
            offset: 257
        ),
        Kind(mark: Array("BZh".utf8), sentence: "this is packed with bzip2; unpack it first"),
        Kind(
            mark: [0xFD, 0x37, 0x7A, 0x58, 0x5A],
            sentence: "this is packed with xz; unpack it first"
        ),
        Kind(
            mark: [0x28, 0xB5, 0x2F, 0xFD],
            sentence: "this is packed with zstd; unpack it first"
        ),
        Kind(
            mark: [0x37, 0x7A, 0xBC, 0xAF, 0x27],
            sentence: "this is a 7z archive; unpack it first"
        ),
        Kind(mark: Array("Rar!".utf8), sentence: "this is a RAR archive; unpack it first"),
        Kind(
            mark: Array(".FIT".utf8),
            sentence: "this is a Garmin FIT file, which is not read; export the activity as GPX",
            offset: 8
        ),
        Kind(mark: Array("%PDF".utf8), sentence: "this is a PDF; export the data as CSV or GPX"),
        Kind(mark: [0x89, 0x50, 0x4E, 0x47], sentence: "this is a picture (PNG)"),
        Kind(mark: [0xFF, 0xD8, 0xFF], sentence: "this is a picture (JPEG)"),
        Kind(mark: Array("GIF8".utf8), sentence: "this is a picture (GIF)"),
        Kind(
            mark: [0xD0, 0xCF, 0x11, 0xE0],
            sentence: "this is an old Office document; save the sheet with the steps as CSV"
        ),
        Kind(
            mark: Array("bplist00".utf8),
            sentence: "this is a binary property list; export the data as CSV or GPX"
        ),
    ]
}
