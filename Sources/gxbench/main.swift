import SystemBridge

/// Every benchmark by its name; `scripts/bench NAME` builds and runs it.
let benchmarks: [(name: String, run: () -> Void)] = [
    ("validate", ValidateBenchmark.run)
]

let wanted = CommandLine.arguments.dropFirst()
if let name = wanted.first, let benchmark = benchmarks.first(where: { $0.name == name }) {
    benchmark.run()
} else {
    Output.write("gxbench: name one of \(benchmarks.map(\.name).joined(separator: ", "))\n", toError: true)
}
