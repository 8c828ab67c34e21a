private import CPoppler

/// The library's own version.
public enum PopplerVersion {
    public static var text: String { String(cString: poppler_get_version()) }
}
