import LinuxSystem
import Testing

struct CandidateNameTests {
    @Test(arguments: [
        "walks.csv", "2026-11-21.gpx", "diary.csv", "no extension", "skritt 歩.json", "part",
        "a.part.csv", "tmp", "~walks.csv", "x.Temp", "thumbs.db.csv",
    ])
    func `data may have any other name`(name: String) {
        #expect(CandidateName.isFile(Array(name.utf8)))
    }

    @Test(arguments: [
        "walks.csv.part", "walks.csv.PART", "Unconfirmed 1234.crdownload", "a.tmp", "a.partial",
        "a.filepart", "a.opdownload", "walks.csv~", ".syncthing.walks.csv.tmp", ".walks.csv.Xa81",
        ".~lock.walks.csv#", "~$walks.xlsx", ".hidden", "._walks.csv",
    ])
    func `temporary names are passed over`(name: String) {
        #expect(!CandidateName.isFile(Array(name.utf8)))
    }

    @Test(arguments: [
        ".DS_Store", "Thumbs.db", "THUMBS.DB", "desktop.ini", "Desktop.ini", "Icon\r",
    ])
    func `what is never data is passed over`(name: String) {
        #expect(!CandidateName.isFile(Array(name.utf8)))
    }

    @Test func `a name of bytes that are no text is a name`() {
        #expect(CandidateName.isFile([0xFF, 0xFE]))
        #expect(!CandidateName.isFile([0xFF] + Array(".tmp".utf8)))
        #expect(!CandidateName.isFile([]))
    }

    @Test func `folders of systems and hidden ones are not looked into`() {
        for name in ["2026", "taken", "eaDir", "a.tmp", "watch~"] {
            #expect(CandidateName.isFolder(Array(name.utf8)))
        }
        for name in [
            "@eaDir", "@EADIR", ".stversions", ".Trash-1000", "#recycle", "$RECYCLE.BIN",
            "System Volume Information", "lost+found", "",
        ] {
            #expect(!CandidateName.isFolder(Array(name.utf8)))
        }
    }
}
