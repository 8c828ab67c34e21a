import Foundation
import ReportModel

/// A document of `Fixtures/` with its truth.
public struct FixtureDocument: Sendable, CustomStringConvertible {
    public var name: String
    public var path: String
    public var truths: [Truth]

    public var description: String { name }

    /// What the document says, as it was written.
    public struct Truth: Sendable, Decodable {
        public var form: Int
        public var disclosureForm: Int
        public var year: Int
        public var title: String
        public var figures: [[String]]
        public var printed: [String: String]?
        public var construction: String?

        private enum CodingKeys: String, CodingKey {
            case form, year, title, figures, printed, construction
            case disclosureForm = "disclosure_form"
        }

        /// The values by figure id.
        public var values: [String: String] {
            Dictionary(figures.map { ($0[0...2].joined(separator: "/"), $0[3]) }, uniquingKeysWith: { $1 })
        }
    }

    /// The package's folder.
    public static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    public func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

    /// Every document with a truth whose name ends so.
    public static func all(withExtension ending: String) -> [FixtureDocument] {
        let folder = root + "/Fixtures/documents"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { $0.hasSuffix("." + ending) }.compactMap { file in
            let name = String(file.dropLast(ending.count + 1))
            var truths: [Truth] = []
            while let truth = truth(of: name, number: truths.count + 1) { truths.append(truth) }
            guard !truths.isEmpty else { return nil }
            return FixtureDocument(name: name, path: folder + "/" + file, truths: truths)
        }
    }

    private static func truth(of name: String, number: Int) -> Truth? {
        let suffix = number == 1 ? "" : "#\(number)"
        let url = URL(fileURLWithPath: "\(root)/Fixtures/expected/\(name)\(suffix).truth.json")
        guard let data = try? Data(contentsOf: url) else { return nil }
        return try? JSONDecoder().decode(Truth.self, from: data)
    }
}
