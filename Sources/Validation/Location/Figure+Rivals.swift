import ReportModel

extension Figure {
    /// What else it could be: what other readers saw, and off a picture what its own text holds besides.
    var rivals: [Alternative] {
        let others = alternatives.filter { $0.value != amount }
        // No count is below 0.
        guard method == .ocr, let amount, isDoubtfulReading || amount.digits < 0 else { return others }
        let more = numbersInPrint.filter { number in !others.contains { $0.value.count == number } }
        return others + more.map { Alternative(value: Amount($0), score: 0.5, reader: "print") }
    }

    /// Whether the reader itself had doubts. Readers may agree and still remember what else it could have been.
    var isDoubtfulReading: Bool { status == .suspect || status == .derived || status == .missing }

    /// Whether only its place is in doubt, or a sign before it: nobody saw other digits. (Of 1,100 such figures of scans one
    /// was wrong, of 1,590 that were in doubt for other reasons 233.)
    var hasFirmDigits: Bool {
        let isAboutItsSign = !rivals.isEmpty && otherDigits.isEmpty
        return status == .suspect && !doubts.isEmpty
            && doubts.allSatisfy {
                Doubt.besideDigits.contains($0) || isAboutItsSign && $0 == Doubt.readersDisagree
            }
    }

    /// Whether it was picked out from among letters: a label's that ran into its cell, or a seal's. What was taken for it may be
    /// no part of it, so that any other value is as near as one that looks like it. Of 31 such figures of scans that were in
    /// doubt 15 were wrong; of 1,992 others 134.
    var isAmongLetters: Bool { method == .ocr && printed.unicodeScalars.contains { $0.properties.isAlphabetic } }

    /// Numbers that the cell shows beside the one that was taken: its own behind a neighbour's in 24|2926, 0 where a stroke
    /// was taken for a digit in 02, the digits without a sign that a speck drew. Of 98 figures of scans that were
    /// misread with more than their digits in print, 56 held the right one so; of those read rightly, 4 held another.
    var numbersInPrint: [Int] {
        var runs: [[Unicode.Scalar]] = [[]]
        for letter in printed.unicodeScalars {
            if letter.value >= 48 && letter.value <= 57 {
                runs[runs.count - 1].append(letter)
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        var numbers: [Int] = []
        func add(_ number: Int) {
            if number != amount?.count, !numbers.contains(number) { numbers.append(number) }
        }
        for run in runs.prefix(Self.mostNumbers) where !run.isEmpty && run.count <= 12 {
            add(run.reduce(0) { $0 * 10 + Int($1.value - 48) })
            if run.count > 1, run.first == "0" { add(0) }
        }
        return numbers
    }

    private static let mostNumbers = 4

    /// What the digits of each line of its print come to.
    var linesInPrint: [Int] {
        printed.unicodeScalars.split { $0 == "\n" }.compactMap { line in
            Int(String(String.UnicodeScalarView(line.filter { $0.value >= 48 && $0.value <= 57 })))
        }
    }
}
