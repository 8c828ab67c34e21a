/// The words that say which way applications are carried: into this year or into the next.
struct CarriedWords: Sendable {
    let over: PhraseList
    let forward: PhraseList

    init(year: Int?) {
        var over = ClaimWords.lastYear + ClaimWords.including + ClaimWords.intoThisYear
        var forward = ClaimWords.nextYear
        if let year {
            over =
                over + PhraseList(["转到", "转至", "转入", "转"].map { Phrase("\($0)\(year)年") }) + [Phrase("\(year - 1)年")]
            forward = forward + [Phrase("\(year + 1)年")]
        }
        self.over = over
        self.forward = forward
    }
}
