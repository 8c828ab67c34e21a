// swift-format-ignore-file
// Made by scripts/rules from the doc comments in Rules/.

/// What a rule's doc comment says, paragraph by paragraph.
public struct RuleExplanation: Sendable {
    public let chinese: [String]
    public let english: [String]

    static let all: [String: RuleExplanation] = [
        "applications.balance": RuleExplanation(
            chinese: [
                "申请情况表每一列，第一项加第二项之和等于第三项加第四项之和，即新收加结转等于办结加结转下年。这是表上唯一印明的勾稽关系。处理办法：对照原文这四格；能推出是哪一格有误时，问题里会指明。",
            ],
            english: [
                "In every column of the applications table, 一 + 二 = （七）总计 + 四: what came in was either settled or carried on.",
                "This is the one sum that the form prints, in the corner cell of the table: 第一项加第二项之和，等于第三项加第四项之和.",
                "What settles it: look at the four cells in the document. The message names the cell that is wrong where the other sums tell which one it is.",
            ]),
        "applications.column": RuleExplanation(
            chinese: [
                "申请情况表每一列，（一）至（六）各行之和应等于（七）总计。2021 年表式有 21 行明细，2019 年表式的（六）其他处理只有一行，共 19 行。处理办法：对照原文这一列；能推出是哪一格有误时，问题里会指明。",
            ],
            english: [
                "In every column of the applications table, the rows of （一） to （六） add up to （七）总计.",
                "The form of 2021 has 21 such rows, that of 2019 has 19, because its （六）其他处理 is one row.",
                "What settles it: look at the column in the document. The message names the cell that is wrong where the other sums tell which one it is.",
            ]),
        "applications.row": RuleExplanation(
            chinese: [
                "申请情况表每一行，自然人与法人或其他组织五列之和应等于总计。表上没有印出这条关系，但表的结构如此，上级机关也都核对。总计空白的行无法核对，会另作提示。处理办法：对照原文这一行；能由其他合计推出是哪一格有误时，问题里会指明。",
            ],
            english: [
                "In every row of the applications table, 自然人 and the five columns of 法人或其他组织 add up to 总计.",
                "The form does not print this sum, but its layout implies it, and every upper-level office checks it. A row whose 总计 is blank cannot be checked and is said to be so.",
                "What settles it: look at the row in the document. The message names the cell that is wrong where the other sums tell which one it is.",
            ]),
        "disputes.group": RuleExplanation(
            chinese: [
                "复议诉讼表的三组（行政复议、未经复议直接起诉、复议后起诉），四种结果之和各应等于总计。每组只有一个合计，能发现差错，但不能断定是五格中的哪一格。处理办法：对照原文这一组的五格。",
            ],
            english: [
                "In each of the three groups of the disputes table, the four results add up to 总计.",
                "The groups are 行政复议, 行政诉讼 未经复议直接起诉 and 行政诉讼 复议后起诉. One sum a group detects a mistake and cannot tell which of the five cells it is in.",
                "What settles it: look at the group's five cells in the document.",
            ]),
        "form.blank": RuleExplanation(
            chinese: [
                "表中每一格都应填数，没有的填 0。空白或只有“/”“—”“无”的格每表汇总成一条提示，多数单位是指 0，合计也不与之矛盾；合计表明不应为 0 的，另列为警告并给出应有的数。空白从不当作数字。处理办法：向报告单位核实，或查其更正后的报告。",
            ],
            english: [
                "Every cell of the form holds a number; where there is nothing to count it holds 0.",
                "Cells that are blank or hold only `/`, `—` or `无` are listed once a table, as a note: most offices mean 0 by them, and no sum contradicts that. Where the sums say that a blank cell is not 0, they are listed as a warning, each with the value that the sums ask for. No blank is ever counted as a figure.",
                "What settles it: ask the office, or its corrected report.",
            ]),
        "form.count": RuleExplanation(
            chinese: [
                "表中的数应为非负整数；只有 2019 年表式的“本年增/减”可带正负号，只有金额可带小数。格中根本不是数字的也会报告。处理办法：看原文这一格；带小数点的件数往往是两个数连在一起，或是千位分隔符。",
            ],
            english: [
                "What the form counts is a whole number and not below 0; only 本年增/减 of the form of 2019 has a sign, and only money has decimals.",
                "Something in a cell that is no number at all is reported too.",
                "What settles it: look at the cell. A count with a point in it is often two numbers, or a thousands separator.",
            ]),
        "form.label": RuleExplanation(
            chinese: [
                "行名、列名应与表式一致。印错但不影响辨认的（如“2.其他法律行政法规止公开”）为提示；残缺或重复、只能按位置辨认的为警告，相应数据存疑。处理办法：看原文的行名、列名及其上下左右。",
            ],
            english: [
                "Labels are printed as the form has them.",
                "A misprint that leaves no doubt which row or column is meant (2.其他法律行政法规止公开) is a note. A label that is damaged or repeated, so that only its place tells which one it is, is a warning, and its figures are in doubt.",
                "What settles it: look at the label and at its neighbours in the document.",
            ]),
        "form.office": RuleExplanation(
            chinese: [
                "标题应是本报告自己的标题。网页上常列有其他报告的标题，正文印证其机关和年份的才予采用；正文不能区分，或者所述年份不同的，给出标题并作此提醒，`expected` 列出其他标题或正文的年份。标题没有年份的，采用正文写明的统计期限，或者正文提到最多且与落款相符的年份，否则作此提醒。页面上没有机关或年份的，采用网页标题或文件属性中的名称；正文未予印证的作此提醒，因为文件常由别的文件改成。各处均未写明机关的，也作此提醒。由图像识别的机关名称应得到印证：标题的两次识别与正文一致。名称没有合计可以核对，识别引擎不认识的字还可能处处误认成同一个字；识别结果不一致时，按标题给出名称并作此提醒，正文中的写法列在 `expected`。处理办法：看原文标题。",
            ],
            english: [
                "The title is the report's own, and an office's name that was read off a picture is confirmed.",
                "A page of the web names other reports beside its own, and texts taken out of it keep their titles. Where several titles stand above the first section, the one that the text bears out (its office is named there, its year is the text's) is taken; where the text does not tell, or is about another year, the title is given with this warning. What speaks against it stands under `expected`: titles of others, the text's year.",
                "A name that was read off a picture is good where both readings of the title have it, and the text below. No sum can check a name, and a character that the engine does not know can be misread alike in all three places. Where the readings differ, the name is given as the title seems to have it; what the text has in its place stands under `expected`.",
                "Where no title has a year, the one that the text names as the period of its statistics is good, and so is the one that it speaks of most where the signature is of the year after; any other is given with this warning.",
                "Where nothing on the page names the office or the year, the title of the web page's window or of the file's properties may; unless the text bears it out, it is given with this warning, for files are filled in over those of others. So is a report whose office nothing names.",
                "What settles it: look at the title in the document.",
            ]),
        "form.order": RuleExplanation(
            chinese: [
                "各行应按表式的次序排列。完整且不重复的行名优先于位置，所以移动过的行按行名读取，并作此提示：行被调换时，合计看不出来。处理办法：看原文的行名。",
            ],
            english: [
                "Rows stand in the form's order.",
                "A complete and unique label wins over its place, so a row that was moved is read by its label, and this note says so: sums cannot tell rows that were swapped.",
                "What settles it: look at the labels in the document.",
            ]),
        "form.row": RuleExplanation(
            chinese: [
                "表式中的每一行都应有，且不应有别的行。读取文档时没有找到的行、表式中没有的行会报告；数据来自别处时，整行或整表没有数据的也会报告。处理办法：看原文的表，注意跨页处。",
            ],
            english: [
                "Every row of the form is there, and no other.",
                "Readers report rows that they did not find and rows that the form does not have; for figures from elsewhere, where nobody read a page, a row without any figure is reported, or once the whole table.",
                "What settles it: look at the table in the document, over page breaks too.",
            ]),
        "form.section": RuleExplanation(
            chinese: [
                "报告应有六个部分：总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。缺少某一部分的为警告，其中的表在时为提示；总体情况、存在问题两部分没有内容或只写“无”的为警告；第六部分只写“无”，或 2021 年度起的报告未按国办函〔2020〕109号写明信息处理费收取情况的，为提示。扫描件的标题容易读错，一律只作提示；几乎没有找到标题时不作判断。处理办法：在原文中找相应的标题。",
            ],
            english: [
                "A report has six sections: 总体情况, 主动公开政府信息情况, 收到和处理政府信息公开申请情况, 政府信息公开行政复议、行政诉讼情况, 存在的主要问题及改进情况, 其他需要报告的事项.",
                "A section that is missing among others is a warning, a note where its table is there. 总体情况 and 存在的主要问题及改进情况 without any text, or with no more than 无, are a warning. 其他需要报告的事项 with no more than 无 is a note, and so is a report for 2021 or later that says nothing about 信息处理费 there, which 国办函〔2020〕109号 asks for. On scanned pages, where headings are easily misread, all of these are notes. Where hardly any heading was found, nothing is said: a dump may hold the tables alone.",
                "What settles it: look for the heading in the document.",
            ]),
        "form.unit": RuleExplanation(
            chinese: [
                "格中应只有数字，单位在表头，说明应写在正文。单位与表头不同的为警告，因为数值按原样给出、不作换算（“本年收费金额（单位：万元）”下的“251000元”是 25.1 万元）；单位相同或其他附注（“22（其中修订16件）”）为提示。2019 年表式的采购总金额未规定单位，写明单位更好。处理办法：看原文这一格，按所印单位换算。",
            ],
            english: [
                "A cell of the form holds a bare number: units stand in the head of its column, remarks belong into the text.",
                "A unit that is not the column's is a warning, because the value is given as printed and not converted: `251000元` below 本年收费金额（单位：万元） is 25.1. A unit that agrees and any other remark (`22（其中修订16件）`) are notes. 采购总金额 of the form of 2019 names no unit, so one in the cell is welcome.",
                "What settles it: look at the cell, and divide by the unit that is printed.",
            ]),
        "form.version": RuleExplanation(
            chinese: [
                "2021 年度及以后用国办公开办函〔2021〕30号的表式，2019、2020 年度用〔2019〕60号的表式。某个表用了另一年的表式为提示，数据按所印的表式读取；一份报告里两种表式可以并存。处理办法：表式由单位选定，数据本身不能说明什么。",
            ],
            english: [
                "Reports for 2021 and later use the form of 国办公开办函〔2021〕30号, those for 2019 and 2020 that of 国办公开办函〔2019〕60号.",
                "A table on the other year's form is a note: its figures are read as they stand, by the form they are printed on. A report can mix both, such as the applications table of 2019 (one row for （六）其他处理) beside the disclosure table of 2021. 复议诉讼 is the same in both.",
                "What settles it: nothing in the data; the office chose the form.",
            ]),
        "prose.applications": RuleExplanation(
            chinese: [
                "文字所述申请的新收、结转、办结、结转下年、各项结果、申请人类别应与申请情况表一致。只在句子明确所指时才比较：“收到”可指新收，也可指新收加上年结转， “含上年结转”则指两者之和；分别说明新收与结转件结果的，先相加再比较。全区、各单位、其他年度、同比增减、渠道和主题的数不作比较。含义不明的为提示。处理办法：问题引用原句并指明所对的格，由报告单位确定哪一处有误。",
            ],
            english: [
                "What the text says about applications agrees with their table: new, carried over, handled, carried forward, each result, and who applied.",
                "A sentence is compared only where it says plainly which figure it means. 收到 may mean the new ones, or those and the ones carried over: either will do, and 含上年结转 means both. Results that are told apart by where the applications came from (新收15件，其中…；上年结转9件，其中…) are added up first. What 全区 or 各单位 received, other years, differences (同比增加), channels (网上提交) and subjects are no claims about the table. What is ambiguous is a note.",
                "What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.",
            ]),
        "prose.disclosure": RuleExplanation(
            chinese: [
                "文字所述规章、行政规范性文件的制发、废止、现行有效件数，行政许可、行政处罚、行政强制的处理决定数，以及 2019 年表式的政府集中采购，应与主动公开情况表一致。公开信息的条数不是处理决定数，修订、备案、解读的文件不是制发的文件。限于某一事项或时机的数（围绕水利工程管理，制定4件）可能只是一部分：大于表中数才报告，小于表中数只作提示。处理办法：问题引用原句并指明所对的格，由报告单位确定哪一处有误。",
            ],
            english: [
                "What the text says about documents, decisions and purchases agrees with the disclosure table: 规章 and 行政规范性文件 issued, repealed and in force, decisions on 行政许可, 行政处罚 and 行政强制, 政府集中采购 of the form of 2019.",
                "Items of information (公开行政处罚信息230条) are no decisions, and documents that were revised, filed or explained are none that were issued. A number of one subject or occasion (围绕水利工程管理，制定4件) may be a part: above the table's it is a finding, below it a note.",
                "What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.",
            ]),
        "prose.disputes": RuleExplanation(
            chinese: [
                "文字所述行政复议、行政诉讼的件数与结果应与复议诉讼表一致。“行政诉讼”指直接起诉与复议后起诉两组之和；在第四部分以外，句子或段落须讲到信息公开； “未发生……行政复议、行政诉讼”即各组均为 0。处理办法：问题引用原句并指明所对的格，由报告单位确定哪一处有误。",
            ],
            english: [
                "What the text says about 行政复议 and 行政诉讼 agrees with their table: how many, with which results, directly or after a reconsideration.",
                "行政诉讼 means both of its groups. Outside of the section on disputes, the sentence or its paragraph must speak of 信息公开: an office has other disputes as well. 未发生…行政复议、行政诉讼 says 0 for all of them.",
                "What settles it: the sentence is quoted and the cell named; the office knows which of them is wrong.",
            ]),
        "prose.fee": RuleExplanation(
            chinese: [
                "文字所述行政事业性收费应与表格一致（表中以万元计，文字常以元计）；信息处理费不在表中，前后各处说法应一致。文字中取整的金额（124,983 元写作 12.5 万元）视为一致。处理办法：问题引用原句，由报告单位说明实际收取多少。",
            ],
            english: [
                "What the text says about money agrees with the tables and with itself: 行政事业性收费 with its cell (万元 in the table, often 元 in the text), and every mention of 信息处理费, which stands in no cell, with the others.",
                "An amount that is rounded in the text (12.5万元 for 124,983元) agrees.",
                "What settles it: the sentence is quoted; the office knows what it collected.",
            ]),
        "series.carried": RuleExplanation(
            chinese: [
                "本年报告的“二、上年结转”应与上一年度报告的“四、结转下年度继续办理”逐列相等。两个通知都没有印出这条关系，上级机关会核对。按两份报告所印的数比较；空白按 0，空白的总计不比较。处理办法：对照两份报告的这两行，由报告单位说明实际结转多少件。",
            ],
            english: [
                "What a report says was carried over (二、上年结转) is what the report for the year before carried forward (四、结转下年度继续办理), in every column.",
                "Neither notice prints this sum; upper-level offices check it. The figures are compared as they are printed in both reports; a blank is 0, a blank 总计 is left out.",
                "What settles it: look at both rows in both reports; the office knows how many applications it carried on.",
            ]),
        "series.duplicate": RuleExplanation(
            chinese: [
                "同一机关同一年度应只有一份报告。两份数据相同的为提示；不同的在两份上都作警告：可能是更正后的版本、同名的另一机关，或标题年度有误。不默认采用哪一份；两份不同的格，不与其他年度对照。处理办法：查明报告单位以哪一份为准，去掉另一份。",
            ],
            english: [
                "There is one report of an office for a year.",
                "Two with the same figures are a note. Two that differ are a warning at both of them: a corrected version, another office of the same name, or a wrong year on the title. Neither is preferred; where they differ, other years are compared with neither.",
                "What settles it: find out which version the office stands by, and leave the other out.",
            ]),
        "series.in-force": RuleExplanation(
            chinese: [
                "2021 年表式的规章和行政规范性文件，本年现行有效件数应等于上年现行有效件数加本年制发件数减本年废止件数。实际报告会因文件到期失效、集中清理等而不符，所以只作警告；2019 年与 2021 年表式的统计口径不同，互不比较。处理办法：向报告单位了解差额的由来。",
            ],
            english: [
                "What is in force (现行有效件数) is what was in force a year ago, plus what was issued, minus what was repealed, for 规章 and for 行政规范性文件 on the form of 2021.",
                "Real reports break it, by documents that expired, or that a clearing-up found: a warning, never an error. Between the forms of 2019 and 2021 nothing is compared, because they count other things.",
                "What settles it: ask the office how the difference came about.",
            ]),
        "series.jump": RuleExplanation(
            chinese: [
                "同一机关历年的数应大体相当。比较处理决定数、收费金额、现行有效件数和申请件数，前后三年内至少要有另外两年的数。达到其他年度最大数的二十倍，或不足最小数的二十分之一的为提示，因为职权会有划转；相差二百倍的为警告，常见的是以元代万元，或两个数连在一起。不满五的按五计；降为 0 的至多是提示。处理办法：看这一格和表头的单位，并对照前后年度。",
            ],
            english: [
                "A figure is of the size that the office's other years have.",
                "Compared are decisions, charges, documents in force and applications, with at least two other years within three years before and after. Twenty times the largest of them, or a twentieth of the least, is a note, for offices gain and lose powers; two hundred times is a warning, most often 元 for 万元 or numbers run together. Numbers up to five count as five. A figure that falls to 0 is a note at most.",
                "What settles it: look at the cell, at the unit above it, and at the years around it.",
            ]),
        "series.office": RuleExplanation(
            chinese: [
                "按机关和年度配对。名称不同而按同一机关对照的作提示：只差一字、前面少了地名，或同一地方的机关改名，并且上年结转下年度与本年结转等数据能印证。只有名称相近、数据不能印证的也作提示，不作对照；没有机关名称或年度的报告同样提示。处理办法：看两份报告标题上的名称。",
            ],
            english: [
                "Reports are matched by office and year.",
                "A note says where offices were taken for one although their names differ: one letter misspelt, the places before the name left out, or renamed in the same place; the figures that one year carried forward and the next carried over must bear it out. Names so alike that nothing but the letters speaks for it are a note too, and are not compared. So is a report without a name or a year.",
                "What settles it: look at the names on both titles.",
            ]),
        "series.previous": RuleExplanation(
            chinese: [
                "2019 年表式的“上一年项目数量”应等于上一年度报告的“上一年项目数量”加“本年增/减”。处理办法：对照两份报告的这一行，由报告单位说明项目数。",
            ],
            english: [
                "On the form of 2019, 上一年项目数量 is what the report for the year before counted: its own 上一年项目数量 and 本年增/减 together.",
                "What settles it: look at the row in both reports; the office knows how many items it has.",
            ]),
    ]
}
