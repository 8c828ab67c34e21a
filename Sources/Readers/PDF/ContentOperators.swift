/// PDF's operators by the names that the standard gives them, their bytes packed into a number: `re` is 0x7265.
///
/// Written out, so that the interpreter's switch compares constants.
// swift-format-ignore: AlwaysUseLowerCamelCase
enum Op {
    static let q: UInt32 = 0x71
    static let Q: UInt32 = 0x51
    static let cm: UInt32 = 0x636D
    static let w: UInt32 = 0x77
    static let gs: UInt32 = 0x6773
    static let g: UInt32 = 0x67
    static let rg: UInt32 = 0x7267
    static let k: UInt32 = 0x6B
    static let sc: UInt32 = 0x7363
    static let scn: UInt32 = 0x73636E
    static let G: UInt32 = 0x47
    static let RG: UInt32 = 0x5247
    static let K: UInt32 = 0x4B
    static let SC: UInt32 = 0x5343
    static let SCN: UInt32 = 0x53434E
    static let cs: UInt32 = 0x6373
    static let CS: UInt32 = 0x4353
    static let m: UInt32 = 0x6D
    static let l: UInt32 = 0x6C
    static let c: UInt32 = 0x63
    static let v: UInt32 = 0x76
    static let y: UInt32 = 0x79
    static let h: UInt32 = 0x68
    static let re: UInt32 = 0x7265
    static let S: UInt32 = 0x53
    static let s: UInt32 = 0x73
    static let f: UInt32 = 0x66
    static let F: UInt32 = 0x46
    static let fStar: UInt32 = 0x662A
    static let B: UInt32 = 0x42
    static let BStar: UInt32 = 0x422A
    static let b: UInt32 = 0x62
    static let bStar: UInt32 = 0x622A
    static let n: UInt32 = 0x6E
    static let W: UInt32 = 0x57
    static let WStar: UInt32 = 0x572A
    static let Do: UInt32 = 0x446F
    static let BI: UInt32 = 0x4249
    static let BT: UInt32 = 0x4254
    static let Tm: UInt32 = 0x546D
    static let Td: UInt32 = 0x5464
    static let TD: UInt32 = 0x5444
    static let TStar: UInt32 = 0x542A
    static let TL: UInt32 = 0x544C
    static let Tf: UInt32 = 0x5466
    static let Tr: UInt32 = 0x5472
    static let Tj: UInt32 = 0x546A
    static let TJ: UInt32 = 0x544A
    static let quote: UInt32 = 0x27
    static let doubleQuote: UInt32 = 0x22
}
