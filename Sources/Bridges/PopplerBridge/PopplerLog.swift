private import CPoppler

/// poppler and glib write what they think of a document to standard error; users would take it for ours.
enum PopplerLog {
    static func silence() { once }

    private static let once: Void = {
        let swallow:
            @Sendable @convention(c) (UnsafePointer<CChar>?, GLogLevelFlags, UnsafePointer<CChar>?, gpointer?)
                -> Void = { _, _, _, _ in }
        g_log_set_default_handler(swallow, nil)
    }()
}
