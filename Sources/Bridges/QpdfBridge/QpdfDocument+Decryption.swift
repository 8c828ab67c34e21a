private import CQpdf

extension QpdfDocument {
    /// The same document without its encryption: qpdf_init_write_memory, qpdf_write.
    public func decrypted() throws(QpdfFailure) -> [UInt8] {
        qpdf_init_write_memory(data)
        qpdf_set_preserve_encryption(data, 0)
        // Streams go out as they came in: only the cipher is taken off.
        qpdf_set_stream_data_mode(data, qpdf_s_preserve)
        guard qpdf_write(data) & 2 == 0, let start = qpdf_get_buffer(data) else { throw QpdfFailure(taking: data) }
        return Array(UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(data)))
    }
}
