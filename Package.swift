// swift-tools-version: 6.2
// gxingest reads the figures out of 政府信息公开工作年度报告.
//
// The shape is a one-way pipeline of values: readers → layout → forms → validation → export.
// `bridge` targets are the only ones that may touch pointers; `room` targets are kept from it by the compiler.
import PackageDescription

let common: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// Pure Swift: a pointer does not compile here.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies,
        swiftSettings: common + [
            .strictMemorySafety(),
            .treatWarning("StrictMemorySafety", as: .error),
        ])
}

/// One C library, wrapped: what leaves it is a value.
func bridge(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/Bridges/\(name)", swiftSettings: common)
}

func cLibrary(_ name: String, pkgConfig: String? = nil, package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: common)
}

let package = Package(
    name: "gxingest",
    products: [
        .executable(name: "gxingest", targets: ["gxingest"])
    ],
    targets: [
        cLibrary("CPoppler", pkgConfig: "poppler-glib", package: "libpoppler-glib-dev"),
        cLibrary("CQpdf", pkgConfig: "libqpdf", package: "libqpdf-dev"),
        cLibrary("CGlib", pkgConfig: "gobject-2.0", package: "libglib2.0-dev"),
        cLibrary("CLeptonica", pkgConfig: "lept", package: "libleptonica-dev"),
        cLibrary("CSystem", package: "libc6-dev"),
        cLibrary("CLinux", package: "libc6-dev"),
        cLibrary("CArchive", package: "libarchive-dev"),
        cLibrary("CSQLite", package: "libsqlite3-dev"),
        cLibrary("CXLSXWriter", package: "libxlsxwriter-dev"),
        cLibrary("CXML2", package: "libxml2"),
        cLibrary("CNettle", pkgConfig: "nettle", package: "nettle-dev"),

        bridge("PopplerBridge", ["CPoppler", "ReportModel", "LeptonicaBridge", "SystemBridge"]),
        bridge("SoupBridge", ["CGlib"]),
        bridge("QpdfBridge", ["CQpdf", "SystemBridge"]),
        bridge("LeptonicaBridge", ["CLeptonica", "SystemBridge"]),
        bridge("TesseractBridge", ["LeptonicaBridge", "SystemBridge"]),
        bridge("SystemBridge", ["CSystem"]),
        bridge("ProcessBridge", ["CLinux", "SystemBridge"]),
        bridge("ArchiveBridge", ["CArchive", "SystemBridge"]),
        bridge("XMLBridge", ["CXML2"]),
        bridge("SQLiteBridge", ["CSQLite"]),
        bridge("HashBridge", ["CNettle"]),
        bridge("XLSXWriterBridge", ["CXLSXWriter"]),

        room("ReportModel"),
        room(
            "Readers",
            [
                "ReportModel", "ArchiveBridge", "LeptonicaBridge", "PopplerBridge", "QpdfBridge", "SystemBridge",
                "XMLBridge",
            ]),
        room("Scans", ["ReportModel", "LeptonicaBridge", "TesseractBridge"]),
        room("Layout", ["ReportModel"]),
        room("Forms", ["ReportModel"]),
        room("Validation", ["ReportModel"]),
        room("JSON"),
        room("Export", ["ReportModel", "JSON", "Messages", "TerminalText"]),
        room(
            "Pipeline",
            ["Scans", "LeptonicaBridge", "ReportModel", "Readers", "Layout", "Forms", "Validation", "SystemBridge"]),
        room("Workers", ["ReportModel", "Pipeline", "ProcessBridge", "SystemBridge"]),
        room(
            "Batch",
            [
                "ReportModel", "Readers", "Pipeline", "Validation", "Workers", "Export", "Messages", "ArchiveBridge",
                "HashBridge",
                "SQLiteBridge", "XLSXWriterBridge", "ProcessBridge", "SystemBridge",
            ]),
        room("WebText"),
        room("Comparison", ["ReportModel", "JSON", "Messages", "TerminalText", "WebText"]),
        room(
            "Review",
            [
                "ReportModel", "JSON", "Export", "Messages", "Validation", "WebText", "HashBridge", "SoupBridge",
                "SystemBridge",
            ]),
        room("TerminalText"),
        room("Arguments", ["ReportModel", "TerminalText"]),
        room("Messages", ["ReportModel"]),
        .executableTarget(
            name: "gxingest",
            dependencies: [
                "ReportModel", "Readers", "Pipeline", "Export", "Validation", "Arguments", "Messages", "TerminalText",
                "SystemBridge", "Workers", "Batch", "JSON", "Comparison", "Review",
                "SoupBridge", "HashBridge",
            ],
            swiftSettings: common),
        .executableTarget(
            name: "gxbench",
            // The benchmarks measure what the tests check, on the same seeded reports.
            dependencies: ["ReportModel", "Pipeline", "Validation", "SystemBridge", "GxTestSupport"],
            swiftSettings: common),

        .target(
            name: "GxTestSupport", dependencies: ["ReportModel", "SystemBridge"], path: "Tests/GxTestSupport",
            swiftSettings: common),
        tests("ArgumentsTests", ["Arguments", "ReportModel"]),
        tests("EndToEndTests", ["gxingest", "JSON", "Validation", "GxTestSupport"]),
        tests("MessagesTests", ["Messages", "ReportModel", "GxTestSupport"]),
        tests("TerminalTextTests", ["TerminalText", "GxTestSupport"]),
        tests("JSONTests", ["JSON", "GxTestSupport"]),
        .executableTarget(
            name: "gxfaulty",
            dependencies: ["Batch", "CLinux", "Export", "Pipeline", "ReportModel", "SystemBridge", "Workers"],
            path: "Tests/gxfaulty",
            swiftSettings: common),
        tests(
            "ComparisonTests",
            ["Comparison", "Export", "Pipeline", "ReportModel", "TerminalText", "WebText", "JSON", "GxTestSupport"]),
        .testTarget(
            name: "ReviewTests",
            dependencies: [
                "Review", "SoupBridge", "SystemBridge", "JSON", "Export", "ReportModel", "GxTestSupport", "gxingest",
            ],
            exclude: ["browser"], swiftSettings: common),
        tests("ReportModelTests", ["ReportModel"]),
        tests(
            "BatchTests",
            ["Batch", "Export", "Workers", "ReportModel", "SQLiteBridge", "SystemBridge", "GxTestSupport", "gxfaulty"]),
        tests("WorkersTests", ["Workers", "Pipeline", "ReportModel", "GxTestSupport", "gxfaulty", "gxingest"]),
        tests("ValidationTests", ["Validation", "ReportModel", "GxTestSupport"]),
        tests(
            "ScansTests",
            ["Scans", "ReportModel", "LeptonicaBridge", "SystemBridge", "TesseractBridge", "GxTestSupport"]),
        tests("PipelineTests", ["Pipeline", "ReportModel", "SystemBridge", "GxTestSupport"]),
        tests("ReadersTests", ["Readers", "ReportModel", "SystemBridge", "GxTestSupport"]),
        tests("FormsTests", ["Forms", "ReportModel", "GxTestSupport"]),
        tests("LayoutTests", ["Layout", "ReportModel", "GxTestSupport"]),
        tests("ExportTests", ["Validation", "Export", "JSON", "ReportModel", "GxTestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
