extension ReviewAssets {
    /// What the page says, in both languages.
    static let words = #"""
        const WORDS = {
        filters: ["筛选 /", "Filters /"], list: ["清单 O", "List O"], listed: ["待核清单：{0} 个，最没有把握的在前", "The queue: {0}, the least proven first"], form: ["全表 F", "Form F"], overview: ["总览", "Overview"], help: ["按键 ?", "Keys ?"],
        language: ["English", "中文"], author: ["核对人", "Reviewer"],
        left: ["待核 {0}，已核 {1}", "{0} to look at, {1} settled"], disputed: ["，有分歧 {0}", ", {0} disputed"],
        done: ["没有待核的数据了。", "Nothing is left to look at."], doneHint: ["可按 F 看全表，或放宽筛选。", "Press F for the form, or widen the filters."],
        reading: ["识别结果", "Reading"], nothing: ["（未读出）", "(not read)"], blank: ["空白", "blank"],
        suggestion: ["建议值", "Suggestion"], why: ["存疑原因", "Why in doubt"], take: ["采用识别结果", "Take the reading"],
        takeSuggestion: ["采用建议值", "Take the suggestion"], save: ["保存输入值", "Save the typed value"], setBlank: ["空白", "Blank"],
        printed: ["原文如此，报告有误", "As printed, the report is wrong"], skip: ["跳过", "Skip"], back: ["上一个", "Back"], undo: ["撤销", "Undo"],
        note: ["附注", "Note"], confirmPage: ["本页全部确认（{0}）", "All on this page ({0})"], value: ["输入值", "Value"], reason: ["理由或附注（可不填）", "Reason or note (optional)"],
        others: ["其他识别结果", "Other readings"], equations: ["勾稽关系", "Sums"], holds: ["成立", "holds"], fails: ["差 {0}", "off by {0}"], open: ["缺数", "incomplete"],
        findings: ["相关问题", "Findings"], history: ["核对记录", "Decisions"], page: ["第 {0} 页，共 {1} 页", "Page {0} of {1}"], grid: ["格线 G", "Grid G"],
        larger: ["放大", "Larger"], smaller: ["缩小", "Smaller"], noPicture: ["没有可看的页面图像。", "There is no picture of the page."], lines: ["原文第 {0} 行", "Line {0} of the text"],
        roughly: ["未找到此格，位置为推测", "The cell was not found; this is where it should be"], saved: ["已保存：{0}", "Saved: {0}"], undone: ["已撤销", "Taken back"],
        notSaved: ["没有保存：{0}", "Not saved: {0}"], conflict: ["{0} 刚刚对这一格作了决定：{1}。请看过后再定。", "{0} has just decided this: {1}. Look at it, then decide."],
        gone: ["与程序的连接断了，刚才的决定没有保存。请重新运行 gxingest review。", "The program cannot be reached; nothing more is saved. Run gxingest review again."],
        disagree: ["有分歧：", "Disputed: "], other: ["{0} 作了 {1} 个决定", "{0} made {1} decisions"], all: ["全部", "all"], report: ["报告", "report"], table: ["表", "table"], rule: ["规则", "rule"],
        verdict: ["判断", "verdict"], year: ["年度", "year"], status: ["状态", "status"], text: ["机关或来源", "agency or source"], state: ["进度", "progress"],
        stateOpen: ["待核", "open"], stateDone: ["已核", "settled"], stateDisputed: ["有分歧", "disputed"], close: ["关闭 Esc", "Close Esc"],
        confirmTitle: ["确认本页这些数据都与图像一致？", "Do all of these agree with the page?"], yes: ["确认 Enter", "Confirm Enter"], no: ["取消 Esc", "Cancel Esc"],
        who: ["请先填写核对人", "Say who you are first"], sections: ["正文", "Text"], claims: ["正文里的数字", "What the text says"], noFindings: ["没有问题", "No findings"], next: ["下一页", "Next page"], previous: ["上一页", "Previous page"],
        crop: ["单元格及其四周的图像", "Picture of the cell and what is around it"], whole: ["整页图像", "Picture of the page"], confidence: ["把握 {0}", "confidence {0}"], by: ["{0}，{1}", "{0}, {1}"]
        };
        const ACTIONS = { confirm: ["确认", "confirmed"], suggestion: ["采用建议值", "took the suggestion"], value: ["改为", "changed to"], blank: ["空白", "blank"], printed: ["原文如此", "printed so"], note: ["附注", "note"], undo: ["撤销", "took back"] };
        const KEYS = [
        ["Enter", ["采用识别结果；已输入时保存输入值", "take the reading; or save what is typed"]],
        ["S", ["采用建议值", "take the suggestion"]], ["0–9 . -", ["输入数值", "type a value"]],
        ["Q W E R", ["采用第 1–4 个其他识别结果", "take another reading, first to fourth"]], ["B", ["空白", "blank"]],
        ["P", ["原文如此，报告有误", "as printed, the report is wrong"]], ["J →", ["跳过", "skip"]], ["K ←", ["上一个", "back"]],
        ["U", ["撤销上一个决定", "take the last decision back"]], ["N", ["写附注（Enter 保存）", "write a note (Enter saves it)"]],
        ["A", ["本页全部确认", "all on this page are right"]], ["O", ["清单", "the list of the queue"]], ["F", ["全表、问题和正文", "the whole form, findings and text"]], ["G", ["显示或隐藏格线", "show or hide the grid"]],
        ["Z X", ["放大、缩小页面", "larger, smaller page"]], ["Shift + ↑↓←→", ["移动页面", "move the page"]], ["[ ]", ["前后翻页", "previous, next page"]],
        ["/", ["筛选", "filters"]], ["L", ["中文、英文", "Chinese, English"]], ["?", ["本表", "this list"]], ["Esc", ["离开输入框，关闭", "leave a field, close"]]
        ];
        """#
}
