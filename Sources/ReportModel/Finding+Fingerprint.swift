extension Finding {
    /// Names this finding in a list of dismissed ones: the same for the same mistake of the same report in every run.
    ///
    /// Made of agency, year, rule, figures and values, and of nothing that moves (order, place, wording, verdict).
    public func fingerprint(agency: String, year: Int?) -> String {
        let office = agency.unicodeScalars.filter { !$0.properties.isWhitespace }
        let parts =
            [String(String.UnicodeScalarView(office)), year.map(String.init) ?? "", rule, expected, found]
            + figures.map(\.description).sorted()
        // FNV-1a with 64 bits: stable between runs and machines, which Hasher is not.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            // A byte that UTF-8 never holds parts the fields.
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
