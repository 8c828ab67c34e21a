import CPoppler

extension UnsafeMutablePointer<GList> {
    /// What a list of poppler's points at.
    func elements<Element>(_: Element.Type) -> [Element] {
        var elements: [Element] = []
        var node: UnsafeMutablePointer<GList>? = self
        while let item = node {
            node = item.pointee.next
            if let data = item.pointee.data { elements.append(data.assumingMemoryBound(to: Element.self).pointee) }
        }
        return elements
    }
}
