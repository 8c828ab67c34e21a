/// What a character of a label comes down to.
enum Sign: Hashable {
    case letter(UInt32)
    case open
    case close
    /// What can follow a number: 、 . ．
    case point

    static func signs(in text: some StringProtocol) -> [Sign] {
        var signs: [Sign] = []
        signs.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars { append(scalar, to: &signs) }
        return signs
    }

    /// The letter that a character stands for, nil for spaces, punctuation and what cannot be seen.
    static func letter(of scalar: Unicode.Scalar) -> UInt32? {
        let value = folded(scalar.value)
        switch value {
        case 0x30...0x39, 0x61...0x7A: return value
        case 0x41...0x5A: return value + 32
        case 0..<0xC0, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xE000...0xF8FF,
            0xFE00...0xFE6F, 0xFEFF, 0xFFE0...0xFFFC:
            return nil
        default: return value
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to signs: inout [Sign]) {
        let value = folded(scalar.value)
        switch value {
        case 0x28, 0x5B, 0x3010, 0x3014, 0xFE59: signs.append(.open)
        case 0x29, 0x5D, 0x3011, 0x3015, 0xFE5A: signs.append(.close)
        case 0x2E, 0x3001, 0x2C, 0x00B7, 0x3002: signs.append(.point)
        case 0x2460...0x2473: signs += digits(value - 0x2460 + 1) + [.point]
        case 0x2474...0x2487: signs += [.open] + digits(value - 0x2474 + 1) + [.close]
        case 0x2488...0x249B: signs += digits(value - 0x2488 + 1) + [.point]
        case 0x3220...0x3229: signs += [.open, .letter(Numeral.ideographs[Int(value - 0x3220)]), .close]
        default:
            if let letter = letter(of: scalar) { signs.append(.letter(letter)) }
        }
    }

    private static func digits(_ number: UInt32) -> [Sign] {
        String(number).unicodeScalars.map { .letter($0.value) }
    }

    /// Full-width forms and radicals as ordinary characters.
    private static func folded(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xFF01...0xFF5E: value - 0xFEE0
        default: ordinary(value)
        }
    }

    /// The character that a radical stands for, a habit of PDF fonts that goes with what is copied out of PDFs.
    static func ordinary(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x2F00...0x2FD5: radicals[Int(value - 0x2F00)]
        case 0x2E80...0x2EF3: simplifiedRadicals[value] ?? value
        default: value
        }
    }

    /// Those of the supplement to the radicals that are characters of their own.
    private static let simplifiedRadicals: [UInt32: UInt32] = Dictionary(
        uniqueKeysWithValues: zip(
            "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻮⻰".unicodeScalars.map(\.value),
            "母民西见角贝车长门青页风飞食马骨鱼鸟麦黄齐齿龙".unicodeScalars.map(\.value)))

    /// The Kangxi radicals U+2F00 to U+2FD5.
    private static let radicals: [UInt32] = """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
        廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
        目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
        邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars.map(\.value)
}

/// Numerals as they stand before labels.
enum Numeral {
    static let ideographs: [UInt32] = "一二三四五六七八九十".unicodeScalars.map(\.value)

    static func isDigit(_ letter: UInt32) -> Bool { (0x30...0x39).contains(letter) }

    static func value(of letter: UInt32) -> Int? {
        if isDigit(letter) { return Int(letter) - 0x30 }
        return ideographs.firstIndex(of: letter).map { $0 + 1 }
    }

    /// 三 3, 十二 12, 12 12; nil for a mixture.
    static func number(_ letters: [UInt32]) -> Int? {
        guard let first = letters.first else { return nil }
        if isDigit(first) {
            guard letters.allSatisfy(isDigit) else { return nil }
            return letters.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        var total = 0
        var unit = 0
        for letter in letters {
            guard !isDigit(letter), let value = value(of: letter) else { return nil }
            if value == 10 {
                total += max(unit, 1) * 10
                unit = 0
            } else {
                unit = unit * 10 + value
            }
        }
        return total + unit
    }
}
