private import CQpdf
public import SystemBridge

extension QpdfDocument {
    /// The same document without its encryption: qpdf_init_write_memory, qpdf_write.
    public func decrypted() throws(QpdfFailure) -> SharedBytes {
        qpdf_init_write_memory(data)
        qpdf_set_preserve_encryption(data, 0)
        // Streams go out as they came in: only the cipher is taken off.
        qpdf_set_stream_data_mode(data, qpdf_s_preserve)
        guard qpdf_write(data) & 2 == 0, let start = qpdf_get_buffer(data) else { throw QpdfFailure(taking: data) }
        let bytes = SharedBytes(count: qpdf_get_buffer_length(data)) { memory in
            memory.copyMemory(from: UnsafeRawBufferPointer(start: start, count: memory.count))
            return true
        }
        guard let bytes else { throw QpdfFailure(taking: data) }
        return bytes
    }
}
