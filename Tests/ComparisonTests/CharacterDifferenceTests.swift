import GxTestSupport
import Testing

@testable import Comparison

struct CharacterDifferenceTests {
    @Test(arguments: [
        ("abc", "abc", "abc"), ("abc", "", "[abc]"), ("", "abc", "{abc}"), ("信息公开", "售息公开", "[信]{售}息公开"),
        ("共收到12件", "共收到13件", "共收到1[2]{3}件"), ("依法公开", "公开", "[依法]公开"),
    ])
    func steps(left: String, right: String, expected: String) {
        #expect(Self.text(left, right) == expected)
    }

    /// Any two texts: the steps lead from one to the other, and no shorter way does.
    @Test func shortestWay() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let alphabet = Array("甲乙丙丁")
            func random() -> String {
                String(
                    (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                        alphabet[Int.random(in: 0..<4, using: &generator)]
                    })
            }
            let (left, right) = (random(), random())
            let keys = (left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value))
            let steps = CharacterDifference.steps(from: keys.0, to: keys.1)
            var (before, after) = ([UInt32](), [UInt32]())
            for step in steps {
                switch step.kind {
                case .same:
                    before += keys.0[step.range]
                    after += keys.0[step.range]
                    #expect(Array(keys.0[step.range]) == Array(keys.1[step.rightStart...].prefix(step.range.count)))
                case .removed: before += keys.0[step.range]
                case .inserted: after += keys.1[step.range]
                }
            }
            #expect(before == keys.0 && after == keys.1, "seed \(seed): \(left) \(right)")
            let kept = steps.filter { $0.kind == .same }.reduce(0) { $0 + $1.range.count }
            #expect(kept == Self.longestCommon(keys.0, keys.1), "seed \(seed): \(left) \(right)")
        }
    }

    /// A sentence of a megabyte that is another one altogether.
    @Test(.timeLimit(.minutes(10))) func hugeTexts() {
        let left = (0..<500_000).map { UInt32($0 % 97) }
        let right = (0..<500_000).map { UInt32($0 % 89 + 200) }
        let steps = CharacterDifference.steps(from: left, to: right)
        #expect(steps.map(\.kind) == [.removed, .inserted])
    }

    private static func text(_ left: String, _ right: String) -> String {
        let (one, other) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        return CharacterDifference.steps(from: one.map(\.value), to: other.map(\.value)).map { step in
            switch step.kind {
            case .same: one[step.range].map(String.init).joined()
            case .removed: "[" + one[step.range].map(String.init).joined() + "]"
            case .inserted: "{" + other[step.range].map(String.init).joined() + "}"
            }
        }.joined()
    }

    private static func longestCommon(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var row = [Int](repeating: 0, count: right.count + 1)
        for one in left {
            var diagonal = 0
            for (index, other) in right.enumerated() {
                let above = row[index + 1]
                row[index + 1] = one == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[right.count]
    }
}
