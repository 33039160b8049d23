/// Finds the key that a person meant: the nearest known one, or nothing when none is near.
///
/// Two slips of the finger are near in a key of five letters and more, one in a shorter one; a
/// slip is a letter left out, added, changed, or swapped with its neighbour.
func nearestKey(to typed: String, among known: [String]) -> String? {
    // A longer word is not a mistyped key, and its distances would cost time.
    guard typed.utf8.count <= 40 else { return nil }
    let word = folded(typed)
    let allowance = word.count < 5 ? 1 : 2
    let distances = known.map { (key: $0, distance: slips(word, folded($0))) }
    let nearest = distances.min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= allowance else { return nil }
    return nearest.key
}

/// Upper case and underscores are no slips: `Time_Zone` is `time-zone`.
private func folded(_ key: String) -> [UInt8] {
    key.lowercased().utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
}

/// The optimal string alignment distance, three rows of its table at a time.
private func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            let change = last[column] + (letter == other ? 0 : 1)
            var best = min(change, last[column + 1] + 1, current[column] + 1)
            let isSwap =
                row > 0 && column > 0 && letter == right[column - 1] && left[row - 1] == other
            if isSwap { best = min(best, beforeLast[column - 1] + 1) }
            current.append(best)
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}
