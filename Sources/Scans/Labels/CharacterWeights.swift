/// What tells the characters of the form's labels apart: the directions in which their features differ most, and where
/// each character lies along them.
///
/// Learned from rendered and spoiled characters by `scripts/train-labels`, as linear discriminants.
enum CharacterWeights {
    private static let features = 8 * CharacterSquare.blocks * CharacterSquare.blocks

    static let discriminants = WeightDecoder.layers(
        [shape(features, directions)], base64: differences
    ).first

    /// For a place z and a character's mean m, 2 z·m − m·m: the greater, the nearer.
    static let means = WeightDecoder.layers([shape(directions, characters.count)], base64: places).first

    static let characters = Array(letters.unicodeScalars)

    private static func shape(_ inputs: Int, _ outputs: Int) -> WeightDecoder.Shape {
        .init(
            kernelRows: 1, kernelColumns: 1, inputs: inputs, outputs: outputs, padsRows: false, isRectified: false)
    }
}
