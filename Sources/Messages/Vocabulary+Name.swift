public import ReportModel

extension FormTable {
    /// The heading of the section that the table stands in.
    public var name: LocalisedText {
        switch self {
        case .disclosure: LocalisedText(chinese: "主动公开政府信息情况", english: "Disclosure (主动公开政府信息情况)")
        case .applications:
            LocalisedText(chinese: "收到和处理政府信息公开申请情况", english: "Applications (收到和处理政府信息公开申请情况)")
        case .disputes:
            LocalisedText(
                chinese: "政府信息公开行政复议、行政诉讼情况", english: "Disputes (政府信息公开行政复议、行政诉讼情况)")
        }
    }
}

extension FigureStatus {
    public var name: LocalisedText {
        switch self {
        case .ok: LocalisedText(chinese: "可靠", english: "sound")
        case .empty: LocalisedText(chinese: "空白", english: "blank")
        case .derived: LocalisedText(chinese: "推算", english: "derived")
        case .suspect: LocalisedText(chinese: "存疑", english: "in doubt")
        case .missing: LocalisedText(chinese: "缺失", english: "missing")
        case .corrected: LocalisedText(chinese: "人工更正", english: "corrected")
        }
    }
}

extension Finding.Severity {
    public var name: LocalisedText {
        switch self {
        case .error: LocalisedText(chinese: "错误", english: "error")
        case .warning: LocalisedText(chinese: "警告", english: "warning")
        case .note: LocalisedText(chinese: "提示", english: "note")
        }
    }
}

extension Finding.Verdict {
    public var name: LocalisedText {
        switch self {
        case .reading: LocalisedText(chinese: "可能读错", english: "probably misread")
        case .source: LocalisedText(chinese: "原文如此", english: "printed so")
        case .open: LocalisedText(chinese: "待核", english: "open")
        }
    }
}

extension PageState {
    /// Nil for a page that there is nothing to say about.
    public var remark: LocalisedText? {
        switch self {
        case .readable, .blank: nil
        case .noText: LocalisedText(chinese: "是图像，没有文字层", english: "is a picture without text")
        case .garbage: LocalisedText(chinese: "文字层是乱码", english: "has a text layer that is garbage")
        case .hiddenText: LocalisedText(chinese: "图像下有隐藏文字", english: "has hidden text below a picture")
        }
    }
}

extension PageWarning {
    public var message: LocalisedText {
        switch self {
        case .tooManyGlyphs(let limit):
            LocalisedText(
                chinese: "字符超过 \(limit) 个，其余未读", english: "more than \(limit) characters; the rest was not read")
        case .tooManySegments(let limit):
            LocalisedText(chinese: "线条超过 \(limit) 段，其余未读", english: "more than \(limit) lines; the rest was not read")
        case .tooManyRuns(let limit):
            LocalisedText(
                chinese: "有一处的文字超过 \(limit) 段，未在那里找表格",
                english: "more than \(limit) pieces of text in one place; no table was looked for there")
        case .damagedContent(let words):
            LocalisedText(chinese: "页面内容损坏（\(words)）", english: "damaged content (\(words))")
        case .notRead(.time):
            LocalisedText(chinese: "没有读：已到时限（--timeout）", english: "not read: the time was over (--timeout)")
        case .notRead(.memory):
            LocalisedText(
                chinese: "没有读：所需内存超过上限（--max-memory）",
                english: "not read: it takes more memory than it may (--max-memory)")
        case .notRead(.crash):
            LocalisedText(chinese: "没有读：读它的进程崩溃了", english: "not read: the process that read it crashed")
        }
    }
}

extension Place {
    /// Where to look: page and millimetres from its top left corner, or line and column of a text file.
    public var description: LocalisedText {
        guard let page else {
            return LocalisedText(
                chinese: "第 \(whole(box.y)) 行第 \(whole(box.x)) 列",
                english: "line \(whole(box.y)), column \(whole(box.x))")
        }
        let down = whole(box.midY / 72 * 25.4)
        let across = whole(box.midX / 72 * 25.4)
        return LocalisedText(
            chinese: "第 \(page) 页，距上 \(down)、距左 \(across) 毫米",
            english: "page \(page), \(down) mm down, \(across) mm across")
    }

    private func whole(_ value: Double) -> Int {
        value.isFinite && abs(value) < 1e9 ? Int(value.rounded()) : 0
    }
}
