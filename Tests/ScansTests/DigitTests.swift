import Testing

@testable import Scans

struct DigitTests {
    /// A column where one character is this likely, and the rest blank.
    private func column(_ character: Character, _ probability: Float) -> [Float] {
        var values = [Float](repeating: 0, count: DigitNetwork.characters.count + 1)
        values[0] = 1 - probability
        if let index = DigitNetwork.characters.firstIndex(of: character) { values[index + 1] = probability }
        return values
    }

    private var blank: [Float] { column("0", 0) }

    @Test func aBlankPartsEqualDigits() {
        let one = DigitDecoder.readout([blank, column("0", 0.99), column("0", 0.95), blank])
        #expect(one.text == "0")
        let two = DigitDecoder.readout([blank, column("0", 0.99), blank, column("0", 0.95), blank])
        #expect(two.text == "00")
        #expect(two.middles.count == 2)
    }

    @Test func keepsWhatItNearlyRead() {
        let readout = DigitDecoder.readout([blank, column("4", 0.97), blank, column("7", 0.4), blank])
        #expect(readout.text == "4")
        #expect(readout.confidence < 0.7)
        #expect(readout.alternatives.map(\.text) == ["47"])
    }

    @Test func theSoftEdgeOfADigitIsNoDoubt() {
        let readout = DigitDecoder.readout([blank, column("4", 0.4), column("4", 0.99), column("4", 0.3), blank])
        #expect(readout.text == "4")
        #expect(readout.confidence > 0.98)
    }

    @Test func theTrainedNetworkReadsWhatIsDrawn() {
        let reader = NetworkReader()
        #expect(reader.read(Drawing.ring).text == "0")
        #expect(reader.read(Drawing.bar).text == "1")
        #expect(reader.read(Drawing.ring).confidence > 0.9)
    }

    /// Four sums at a time, and those that are left over, are what they are one by one.
    @Test(arguments: [1, 4, 5, 9]) func aLayerIsTheSumOfItsInputs(groups: Int) {
        let inputs = 3
        func number(_ index: Int) -> Float { Float((index * 37) % 11) - 5 }
        func vector(_ index: Int) -> SIMD8<Float> {
            var vector = SIMD8<Float>.zero
            for lane in 0..<8 { vector[lane] = number(index * 8 + lane) }
            return vector
        }
        let layer = Convolution(
            kernelRows: 3, kernelColumns: 3, inputs: inputs, outputs: groups * 8, padsRows: true, isRectified: true,
            weights: (0..<9 * inputs * groups).map(vector), biases: (0..<groups).map { vector($0 + 3) })
        var map = FeatureMap(rows: 4, columns: 5, groups: 1)
        for place in map.values.indices where place % 3 > 0 {
            for input in 0..<inputs { map.values[place][input] = number(place + 7 * input) }
        }
        var expected: [SIMD8<Float>] = []
        for place in 0..<20 {
            for group in 0..<groups {
                var sum = layer.biases[group]
                for kernel in 0..<9 {
                    let row = place / 5 + kernel / 3 - 1
                    let column = place % 5 + kernel % 3 - 1
                    guard 0..<4 ~= row, 0..<5 ~= column else { continue }
                    for input in 0..<inputs {
                        let weight = layer.weights[(kernel * inputs + input) * groups + group]
                        sum += map.values[row * 5 + column][input] * weight
                    }
                }
                for lane in 0..<8 { sum[lane] = max(sum[lane], 0) }
                expected.append(sum)
            }
        }
        #expect(layer.applied(to: map).values == expected)
    }

    @Test func aBlankCropSaysNothing() {
        let paper = InkCrop(
            width: 20, height: 20, grey: [UInt8](repeating: 255, count: 400), top: 5, bottom: 15, left: 5, right: 15)
        #expect(NetworkReader().read(paper).text.isEmpty)
    }

    @Test func copiesStandSideBySide() {
        let three = Drawing.bar.repeated(3)
        #expect(three.width == Drawing.bar.width * 3)
        #expect(three.grey.count == three.width * three.height)
        #expect(three.fingerprint != Drawing.bar.fingerprint)
    }
}

/// Digits as simple as they can be drawn.
enum Drawing {
    static let ring = crop(width: 40) { x, y in
        let dx = (x - 20) / 9
        let dy = (y - 24) / 15
        let distance = dx * dx + dy * dy
        return distance < 1 && distance > 0.5
    }

    /// A one with its flag and its foot.
    static let bar = crop(width: 30) { x, y in
        guard y >= 9, y < 39 else { return false }
        let isFlag = x >= 8 && x < 15 && abs(y - 9 - (15 - x) * 0.8 - 2.5) < 2.5
        return x >= 13 && x < 17 || isFlag || y >= 36 && x >= 8 && x < 22
    }

    private static func crop(width: Int, _ isInk: (Double, Double) -> Bool) -> InkCrop {
        var grey = [UInt8](repeating: 255, count: width * 48)
        var columns: [Int] = []
        for y in 0..<48 {
            for x in 0..<width where isInk(Double(x) + 0.5, Double(y) + 0.5) {
                grey[y * width + x] = 20
                columns.append(x)
            }
        }
        return InkCrop(
            width: width, height: 48, grey: grey, top: 9, bottom: 39, left: columns.min() ?? 0,
            right: (columns.max() ?? 0) + 1)
    }
}
