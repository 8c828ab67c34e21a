/// What the network has learned: for each layer the weights as signed bytes, a scale and a bias for each output.
///
/// The numbers themselves stand in the extensions, one text a layer. They were learned once, from rendered and spoiled
/// digits of some hundred fonts, by `scripts/train-digits`.
enum DigitWeights {
    static let layers = zip(shapes, [edges, strokes, parts, forms, neighbours, characters]).flatMap { shape, text in
        WeightDecoder.layers([shape], base64: text)
    }

    private static let shapes: [WeightDecoder.Shape] = [
        .init(kernelRows: 3, kernelColumns: 3, inputs: 1, outputs: 12, padsRows: true, isRectified: true),
        .init(kernelRows: 3, kernelColumns: 3, inputs: 12, outputs: 24, padsRows: true, isRectified: true),
        .init(kernelRows: 3, kernelColumns: 3, inputs: 24, outputs: 40, padsRows: true, isRectified: true),
        .init(kernelRows: 3, kernelColumns: 3, inputs: 40, outputs: 64, padsRows: false, isRectified: true),
        .init(kernelRows: 1, kernelColumns: 5, inputs: 64, outputs: 64, padsRows: false, isRectified: true),
        .init(kernelRows: 1, kernelColumns: 1, inputs: 64, outputs: 17, padsRows: false, isRectified: false),
    ]
}
