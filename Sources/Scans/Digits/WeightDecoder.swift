/// base64 text → the layers of a network
enum WeightDecoder {
    struct Shape: Sendable {
        var kernelRows: Int
        var kernelColumns: Int
        var inputs: Int
        var outputs: Int
        var padsRows: Bool
        var isRectified: Bool
    }

    /// Weights are stored as signed bytes, then a scale and a bias for each output as 32 bit floats, low byte first;
    /// outputs are filled up to a multiple of eight. Layers that the bytes do not reach are left out.
    static func layers(_ shapes: [Shape], base64: String) -> [Convolution] {
        let bytes = decoded(base64)
        var position = 0
        var layers: [Convolution] = []
        for shape in shapes {
            let groups = (shape.outputs + 7) / 8
            let outputs = groups * 8
            let places = shape.kernelRows * shape.kernelColumns * shape.inputs
            guard position + places * outputs + outputs * 8 <= bytes.count else { break }
            let weights = bytes[position..<position + places * outputs].map { Float(Int8(bitPattern: $0)) }
            position += places * outputs
            let scales = floats(bytes, &position, outputs)
            let biases = floats(bytes, &position, outputs)
            var vectors: [SIMD8<Float>] = []
            vectors.reserveCapacity(places * groups)
            for place in 0..<places {
                for group in 0..<groups {
                    var vector = SIMD8<Float>.zero
                    for lane in 0..<8 {
                        vector[lane] = weights[place * outputs + group * 8 + lane] * scales[group * 8 + lane]
                    }
                    vectors.append(vector)
                }
            }
            layers.append(
                Convolution(
                    kernelRows: shape.kernelRows, kernelColumns: shape.kernelColumns, inputs: shape.inputs,
                    outputs: shape.outputs, padsRows: shape.padsRows, isRectified: shape.isRectified,
                    weights: vectors,
                    biases: (0..<groups).map { group in
                        var vector = SIMD8<Float>.zero
                        for lane in 0..<8 { vector[lane] = biases[group * 8 + lane] }
                        return vector
                    }))
        }
        return layers
    }

    private static func floats(_ bytes: [UInt8], _ position: inout Int, _ count: Int) -> [Float] {
        defer { position += 4 * count }
        return (0..<count).map { index in
            let start = position + 4 * index
            let bits =
                UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8 | UInt32(bytes[start + 2]) << 16
                | UInt32(bytes[start + 3]) << 24
            return Float(bitPattern: bits)
        }
    }

    private static func decoded(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var buffer: UInt32 = 0
        var bits = 0
        for byte in text.utf8 {
            let value: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            default: continue
            }
            buffer = buffer << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }
}
