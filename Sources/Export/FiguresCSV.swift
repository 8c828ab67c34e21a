public import ReportModel

/// One line for every figure of the form, in form order.
public enum FiguresCSV {
    public static func text(_ reports: [Report], byteOrderMark: Bool = false) -> String {
        ""
    }
}
