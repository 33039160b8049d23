/// A page of a database that is not as it should be; the other pages are read all the same.
struct PageFault: Hashable {
    /// The page, from 1.
    let page: Int
    /// What is wrong with it.
    let cause: Cause

    enum Cause: Hashable {
        /// The file has no such page.
        case missing
        /// It is part of something else already, as where pages lead in a circle.
        case usedTwice
        /// It is no page of a tree, or of another kind of tree.
        case kind
        /// It lies deeper than any tree grows.
        case depth
        /// A row in it does not fit into its page, or its values into the row.
        case row
        /// Its rows are not in the order of their numbers.
        case order
    }

    /// What is wrong and what follows from it.
    var message: String {
        switch cause {
        case .missing: "page \(page) of the database is missing; its rows were not read"
        case .usedTwice:
            "page \(page) of the database is damaged (it belongs to two things); its rows were not"
                + " read"
        case .kind:
            "page \(page) of the database is damaged (it is no page of this table); its rows were"
                + " not read"
        case .depth: "page \(page) of the database lies too deep; its rows were not read"
        case .row:
            "page \(page) of the database is damaged (a row does not fit); not all of its rows were"
                + " read"
        case .order:
            "page \(page) of the database is damaged (its rows are out of order); not all of its"
                + " rows were read"
        }
    }
}
