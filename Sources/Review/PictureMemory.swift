/// Pictures that were drawn, the last sixty-odd megabytes of them.
struct PictureMemory {
    private var pictures: [String: [UInt8]] = [:]
    private var order: [String] = []
    private var size = 0

    private static let limit = 64 << 20

    subscript(name: String) -> [UInt8]? {
        get { pictures[name] }
        set {
            guard let newValue, pictures[name] == nil else { return }
            pictures[name] = newValue
            order.append(name)
            size += newValue.count
            while size > Self.limit, order.count > 1 {
                size -= pictures.removeValue(forKey: order.removeFirst())?.count ?? 0
            }
        }
    }
}
