import SystemBridge

/// Processor time of one kind of work.
struct Measurement {
    private var milliseconds: [Double] = []

    mutating func time<Result>(_ work: () -> Result) -> Result {
        let start = ProcessorTime.milliseconds
        let result = work()
        milliseconds.append(ProcessorTime.milliseconds - start)
        return result
    }

    func percentile(_ part: Double) -> Double {
        guard !milliseconds.isEmpty else { return 0 }
        return milliseconds.sorted()[min(milliseconds.count - 1, Int(part * Double(milliseconds.count)))]
    }

    /// `name   n  median  99%  most`, in milliseconds.
    func report(_ name: String) {
        func shown(_ value: Double) -> String {
            let hundredths = Int((value * 100).rounded())
            let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
            return String(repeating: " ", count: max(0, 10 - text.utf8.count)) + text
        }
        let padding = String(repeating: " ", count: max(0, 28 - name.utf8.count))
        Output.write(
            "\(name)\(padding)\(milliseconds.count) times  median\(shown(percentile(0.5)))  99%\(shown(percentile(0.99)))  "
                + "most\(shown(percentile(1)))  ms\n")
    }
}
