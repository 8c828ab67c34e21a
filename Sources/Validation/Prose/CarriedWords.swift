/// The words that say which way applications are carried: into this year or into the next.
struct CarriedWords: Sendable {
    let over: PhraseList
    let forward: PhraseList

    init(year: Int?) {
        var over = ClaimWords.lastYear + ClaimWords.including + ClaimWords.intoThisYear
        var forward = ClaimWords.nextYear
        if let year {
            over = over + [Phrase("转到\(year)年"), Phrase("\(year - 1)年")]
            forward = forward + [Phrase("\(year + 1)年")]
        }
        self.over = over
        self.forward = forward
    }
}
