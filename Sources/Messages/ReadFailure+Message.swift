public import ReportModel

extension ReadFailure {
    /// What happened and where, in one line without a full stop; the file's name stands before it.
    public var message: LocalisedText {
        var text = headline
        if let page {
            text.chinese = "第 \(page) 页：\(text.chinese)"
            text.english = "page \(page): \(text.english)"
        }
        if let detail {
            text.chinese += "：\(detail.chinese)"
            text.english += ": \(detail.english)"
        }
        if let underlying, !underlying.isEmpty {
            text.chinese += "（\(underlying)）"
            text.english += " (\(underlying))"
        }
        return text
    }

    private var headline: LocalisedText {
        switch code {
        case .notFound: LocalisedText(chinese: "没有这个文件", english: "there is no such file")
        case .notReadable: LocalisedText(chinese: "文件读不出来", english: "the file cannot be read")
        case .isFolder: LocalisedText(chinese: "这是文件夹，不是文件", english: "this is a folder, not a file")
        case .empty: LocalisedText(chinese: "文件是空的", english: "the file is empty")
        case .encrypted:
            LocalisedText(chinese: "文件已加密，没有能打开它的密码", english: "the file is encrypted, and no password opened it")
        case .damaged: LocalisedText(chinese: "文件已损坏", english: "the file is damaged")
        case .overLimit: LocalisedText(chinese: "超出限额", english: "over the limit")
        case .unsupportedKind(.unknown):
            LocalisedText(chinese: "无法识别这种文件", english: "the file is of no known kind")
        case .unsupportedKind(let kind) where kind == .html || kind == .mhtml:
            LocalisedText(
                chinese: "\(kind.name.chinese)里没有写着报告的表",
                english: "\(kind.name.english), and no report's tables are written in it")
        case .unsupportedKind(let kind) where kind == .xlsx || kind == .ods:
            LocalisedText(
                chinese: "\(kind.name.chinese)里是逐行的数据，没有报告的表",
                english: "\(kind.name.english) with a figure in each row, and no report's tables")
        case .unsupportedKind(let kind):
            LocalisedText(
                chinese: "\(kind.name.chinese)还不能读取", english: "\(kind.name.english) is not read yet")
        case .noTextLayer(.garbage):
            LocalisedText(
                chinese: "文字层是乱码，没有可用的文字", english: "the text layer is garbage; it holds no usable text")
        case .noTextLayer(.hiddenText):
            LocalisedText(
                chinese: "只有图像和别处识别出的隐藏文字，不能轻信",
                english: "the pages are pictures with somebody's recognised text hidden below, which is not believed")
        case .noTextLayer:
            LocalisedText(chinese: "页面是扫描图像，没有文字层", english: "the pages are scanned pictures without a text layer")
        case .notAReport:
            LocalisedText(
                chinese: "不是 2019 或 2021 年格式的政府信息公开工作年度报告",
                english: "this is no 政府信息公开工作年度报告 on the form of 2019 or 2021")
        case .tooDamagedToPlace:
            LocalisedText(
                chinese: "表格破损太重，数字无法对应到格子上",
                english: "the tables are too damaged to place their figures on the form")
        case .link: LocalisedText(chinese: "这是链接，不跟随", english: "this is a link, which is not followed")
        case .noSuchPages(let count):
            LocalisedText(
                chinese: "所选的页不在其中：全文共 \(count) 页",
                english: "it has none of the pages asked for: \(count) in all")
        case .specialFile:
            LocalisedText(chinese: "这是设备或管道，不是文档", english: "this is a device or a pipe, not a document")
        case .climbsOut:
            LocalisedText(chinese: "路径指向压缩包之外", english: "its path leads out of the archive")
        case .bomb:
            LocalisedText(
                chinese: "解开后大得不合常理，疑似压缩炸弹，已停止",
                english: "it unpacks to far more than its size allows, like a bomb, and was stopped")
        case .timedOut(let seconds):
            LocalisedText(
                chinese: "读了 \(seconds) 秒还没有读完，已停止",
                english: "reading it took longer than \(seconds) seconds and was stopped")
        case .outOfMemory(let megabytes):
            LocalisedText(
                chinese: "读取所需内存超过 \(megabytes) MB，已停止",
                english: "reading it needed more than \(megabytes) MB of memory and was stopped")
        case .crashed:
            LocalisedText(
                chinese: "读取这个文件的进程崩溃了", english: "the process that read it crashed")
        case .missingOnMachine(let package):
            LocalisedText(chinese: "本机缺少 \(package)", english: "this machine lacks \(package)")
        case .noConfinement(let part):
            LocalisedText(
                chinese: "本机无法把读取过程隔离起来：缺少 \(part)", english: "this machine cannot confine the reading: no \(part)")
        }
    }

    /// What to do next.
    public var remedy: LocalisedText {
        switch code {
        case .notFound:
            LocalisedText(chinese: "请检查路径和文件名", english: "Check the path and the name.")
        case .notReadable:
            LocalisedText(
                chinese: "请检查文件的权限（ls -l），或换有权限的用户",
                english: "Check its permissions (ls -l), or have somebody read it who may.")
        case .isFolder:
            LocalisedText(
                chinese: "请给出其中的文件，例如：文件夹/*.pdf", english: "Give the files in it, as in: FOLDER/*.pdf")
        case .empty, .damaged:
            LocalisedText(
                chinese: "请重新下载，或向来源单位索取完好的文件",
                english: "Fetch it again, or ask where it came from for a sound copy.")
        case .encrypted:
            LocalisedText(
                chinese: "请把密码写进一个文件，每行一个，用 --password-file 给出",
                english: "Put the password in a file, one a line, and give that with --password-file.")
        case .overLimit:
            LocalisedText(chinese: "请拆分后再读取", english: "Split it, and give the parts.")
        case .unsupportedKind(let kind): kind.wayOut
        case .noTextLayer:
            LocalisedText(
                chinese: "图像上读不出表格；请换更清晰的副本，或用 300 dpi 重新扫描",
                english:
                    "No table could be read off the pictures. Look for a clearer copy, or scan it again at 300 dpi.")
        case .notAReport:
            LocalisedText(
                chinese: "请确认文件；2019 年以前的报告没有全国统一的表格，不在读取之列",
                english:
                    "Make sure it is the right file. Reports from before 2019 have no national form and are not read.")
        case .tooDamagedToPlace:
            LocalisedText(
                chinese: "请改用这份报告的 PDF 原件", english: "Use the PDF that it was taken from instead.")
        case .noSuchPages:
            LocalisedText(
                chinese: "请在 --pages 中改选文件里有的页", english: "Choose pages that the file has with --pages.")
        case .link, .specialFile, .climbsOut:
            LocalisedText(
                chinese: "如确有需要，请把所指的文件单独给出", english: "Where it is needed, give the file that it stands for.")
        case .bomb:
            LocalisedText(
                chinese: "如果信任来源，请自行解压后再给出文件夹",
                english: "Where you trust it, unpack it yourself and give the folder.")
        case .timedOut:
            LocalisedText(
                chinese: "可以用 --timeout 给更多时间；几千字节的小文件通常是有意做坏的",
                english: "Give it more time with --timeout; where the file is small, it is likely made to hang.")
        case .outOfMemory:
            LocalisedText(
                chinese: "可以用 --max-memory 放宽上限，或拆分文件",
                english: "Allow more with --max-memory, or split it.")
        case .crashed:
            LocalisedText(
                chinese: "文件可能已损坏；请用阅读器打开并另存为 PDF 再试",
                english: "It is likely damaged: open it in a viewer, save it as PDF again, and give that.")
        case .noConfinement:
            LocalisedText(
                chinese: "需要启用 Landlock 和 seccomp 的 Linux 5.13 以上内核（容器的 seccomp 规则也要放行）；信任这些文件时可用 --no-sandbox",
                english:
                    "It takes Linux 5.13 or later with Landlock and seccomp, and a container that lets them through. "
                    + "Where you trust the files, use --no-sandbox.")
        case .missingOnMachine(let package):
            LocalisedText(
                chinese: "请安装：sudo apt-get install \(package)", english: "Install it: sudo apt-get install \(package)")
        }
    }
}
