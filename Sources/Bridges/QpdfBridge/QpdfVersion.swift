private import CQpdf

/// The library's own version.
public enum QpdfVersion {
    public static var text: String { String(cString: qpdf_get_qpdf_version()) }
}
