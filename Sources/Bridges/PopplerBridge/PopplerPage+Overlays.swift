private import CPoppler
public import ReportModel

extension PopplerPage {
    /// Where notes, stamps and fields lie over the page, which are no part of its text: poppler_page_get_annot_mapping.
    public var overlays: [Box] {
        guard let list = poppler_page_get_annot_mapping(handle) else { return [] }
        defer { poppler_page_free_annot_mapping(list) }
        let height = size.height
        let signatures = signatures
        return list.elements(PopplerAnnotMapping.self).compactMap { mapping in
            guard let annotation = mapping.annot, Self.liesOver(annotation) else { return nil }
            let box = Box(mapping.area, pageHeight: height)
            return signatures.contains(box) ? nil : box
        }
    }

    /// A signature shows the signer's seal, which may lie over the foot of a table and writes no figure:
    /// poppler_page_get_form_field_mapping.
    private var signatures: Set<Box> {
        guard let list = poppler_page_get_form_field_mapping(handle) else { return [] }
        defer { poppler_page_free_form_field_mapping(list) }
        let height = size.height
        let signatures = list.elements(PopplerFormFieldMapping.self).filter {
            poppler_form_field_get_field_type($0.field) == POPPLER_FORM_FIELD_SIGNATURE
        }
        return Set(signatures.map { Box($0.area, pageHeight: height) })
    }

    /// Links, marks of colour and notes that open elsewhere change no figure.
    private static func liesOver(_ annotation: OpaquePointer) -> Bool {
        let hidden = UInt32(POPPLER_ANNOT_FLAG_HIDDEN.rawValue) | UInt32(POPPLER_ANNOT_FLAG_NO_VIEW.rawValue)
        guard UInt32(poppler_annot_get_flags(annotation).rawValue) & hidden == 0 else { return false }
        return switch poppler_annot_get_annot_type(annotation) {
        case POPPLER_ANNOT_FREE_TEXT, POPPLER_ANNOT_STRIKE_OUT, POPPLER_ANNOT_STAMP, POPPLER_ANNOT_WIDGET,
            POPPLER_ANNOT_LINE, POPPLER_ANNOT_SQUARE, POPPLER_ANNOT_INK:
            true
        default: false
        }
    }
}

extension Box {
    /// Poppler's y grows upwards.
    fileprivate init(_ area: PopplerRectangle, pageHeight: Double) {
        self.init(fromX: area.x1, y: pageHeight - area.y2, toX: area.x2, y: pageHeight - area.y1)
    }
}
