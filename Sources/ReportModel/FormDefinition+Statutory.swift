extension FormDefinition {
    /// The table as 国办公开办函〔2019〕60号 or 〔2021〕30号 defines it.
    public static func statutory(_ table: FormTable, _ version: FormVersion) -> FormDefinition {
        switch (table, version) {
        case (.disclosure, .form2019): disclosure2019
        case (.disclosure, .form2021): disclosure2021
        case (.applications, .form2019): applications2019
        case (.applications, .form2021): applications2021
        case (.disputes, .form2019): disputes2019
        case (.disputes, .form2021): disputes2021
        }
    }

    private static let disputes2019 = FormDefinition(table: .disputes, version: .form2019, blocks: disputeBlocks)
    private static let disputes2021 = FormDefinition(table: .disputes, version: .form2021, blocks: disputeBlocks)

    private static let disclosure2019: FormDefinition = {
        let items = [
            FormColumn("previous_items", "上一年项目数量"), FormColumn("change", "本年增/减", .change),
        ]
        let decisions = items + [FormColumn("decisions", "处理决定数量")]
        return FormDefinition(
            table: .disclosure, version: .form2019,
            blocks: [
                FormBlock(
                    label: "第二十条第（一）项",
                    rows: [FormRow("regulations", "规章"), FormRow("normative_documents", "规范性文件")],
                    columns: [
                        FormColumn("made", "本年新制作数量"), FormColumn("published", "本年新公开数量"),
                        FormColumn("public_total", "对外公开总数量"),
                    ]),
                FormBlock(
                    label: "第二十条第（五）项",
                    rows: [FormRow("licensing", "行政许可"), FormRow("other_services", "其他对外管理服务事项")],
                    columns: decisions),
                FormBlock(
                    label: "第二十条第（六）项",
                    rows: [FormRow("penalty", "行政处罚"), FormRow("coercion", "行政强制")], columns: decisions),
                FormBlock(label: "第二十条第（八）项", rows: [FormRow("fees", "行政事业性收费")], columns: items),
                FormBlock(
                    label: "第二十条第（九）项", rows: [FormRow("procurement", "政府集中采购")],
                    columns: [
                        FormColumn("purchases", "采购项目数量"), FormColumn("amount", "采购总金额", .money),
                    ]),
            ])
    }()

    private static let disclosure2021: FormDefinition = {
        let decisions = [FormColumn("decisions", "本年处理决定数量")]
        return FormDefinition(
            table: .disclosure, version: .form2021,
            blocks: [
                FormBlock(
                    label: "第二十条第（一）项",
                    rows: [FormRow("regulations", "规章"), FormRow("normative_documents", "行政规范性文件")],
                    columns: [
                        FormColumn("issued", "本年制发件数"), FormColumn("repealed", "本年废止件数"),
                        FormColumn("in_force", "现行有效件数"),
                    ]),
                FormBlock(label: "第二十条第（五）项", rows: [FormRow("licensing", "行政许可")], columns: decisions),
                FormBlock(
                    label: "第二十条第（六）项",
                    rows: [FormRow("penalty", "行政处罚"), FormRow("coercion", "行政强制")], columns: decisions),
                FormBlock(
                    label: "第二十条第（八）项", rows: [FormRow("fees", "行政事业性收费")],
                    columns: [FormColumn("amount", "本年收费金额（单位：万元）", .money)]),
            ])
    }()

    private static let applications2019 = applications(
        .form2019, otherHandling: [FormRow("other", "（六）其他处理", groups: [handled])])

    private static let applications2021 = applications(
        .form2021,
        otherHandling: rows(
            of: "（六）其他处理",
            [
                ("other.no_correction", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
                ("other.unpaid_fee", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
                ("other.other", "3.其他"),
            ]))

    private static let handled = "三、本年度办理结果"

    private static func rows(of group: String, _ rows: [(String, String)]) -> [FormRow] {
        rows.map { FormRow($0.0, $0.1, groups: [handled, group]) }
    }

    private static func applications(_ version: FormVersion, otherHandling: [FormRow]) -> FormDefinition {
        let opening = [
            FormRow("new", "一、本年新收政府信息公开申请数量"),
            FormRow("carried_over", "二、上年结转政府信息公开申请数量"),
            FormRow("granted", "（一）予以公开", groups: [handled]),
            FormRow("partly_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", groups: [handled]),
        ]
        let refused = rows(
            of: "（三）不予公开",
            [
                ("refused.state_secret", "1.属于国家秘密"),
                ("refused.prohibited_by_law", "2.其他法律行政法规禁止公开"),
                ("refused.stability", "3.危及“三安全一稳定”"),
                ("refused.third_party", "4.保护第三方合法权益"),
                ("refused.internal", "5.属于三类内部事务信息"),
                ("refused.process", "6.属于四类过程性信息"),
                ("refused.enforcement_file", "7.属于行政执法案卷"),
                ("refused.administrative_query", "8.属于行政查询事项"),
            ])
        let unavailable = rows(
            of: "（四）无法提供",
            [
                ("unavailable.not_held", "1.本机关不掌握相关政府信息"),
                ("unavailable.needs_creation", "2.没有现成信息需要另行制作"),
                ("unavailable.unclear", "3.补正后申请内容仍不明确"),
            ])
        let rejected = rows(
            of: "（五）不予处理",
            [
                ("rejected.petition", "1.信访举报投诉类申请"),
                ("rejected.duplicate", "2.重复申请"),
                ("rejected.publication", "3.要求提供公开出版物"),
                ("rejected.excessive", "4.无正当理由大量反复申请"),
                ("rejected.reissue", "5.要求行政机关确认或重新出具已获取信息"),
            ])
        let closing = [
            FormRow("total", "（七）总计", groups: [handled]), FormRow("carried_forward", "四、结转下年度继续办理"),
        ]
        let columns = [
            FormColumn("natural_person", "自然人"), FormColumn("enterprise", "商业企业"),
            FormColumn("research", "科研机构"), FormColumn("social", "社会公益组织"),
            FormColumn("legal_service", "法律服务机构"), FormColumn("other", "其他"), FormColumn("total", "总计"),
        ]
        return FormDefinition(
            table: .applications, version: version,
            blocks: [
                FormBlock(
                    label: "", rows: opening + refused + unavailable + rejected + otherHandling + closing,
                    columns: columns)
            ])
    }

    private static let disputeBlocks: [FormBlock] = {
        let columns = [
            FormColumn("upheld", "结果维持"), FormColumn("corrected", "结果纠正"), FormColumn("other", "其他结果"),
            FormColumn("pending", "尚未审结"), FormColumn("total", "总计"),
        ]
        return [
            FormBlock(label: "", rows: [FormRow("reconsideration", "行政复议")], columns: columns),
            FormBlock(
                label: "行政诉讼",
                rows: [FormRow("litigation_direct", "未经复议直接起诉", groups: ["行政诉讼"])], columns: columns),
            FormBlock(
                label: "行政诉讼",
                rows: [FormRow("litigation_after_reconsideration", "复议后起诉", groups: ["行政诉讼"])],
                columns: columns),
        ]
    }()
}
