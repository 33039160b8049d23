extension UInt16 {
    /// Four hexadecimal digits in lower case, as sysfs writes the numbers of vendors and products.
    var fourDigits: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: Swift.max(0, 4 - digits.utf8.count)) + digits
    }
}
