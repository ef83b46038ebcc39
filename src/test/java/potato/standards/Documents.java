package potato.standards;

/** Small documents written for the tests. */
final class Documents {
    private Documents() {}

    static final String INTERNET_DRAFT = """



            Potato Working Group                                        A. Digger
            Internet-Draft                                      Example Telecom
            Intended status: Standards Track                       B. Planter, Ed.
            Expires: 12 September 2025                             Example Networks
                                                                   11 March 2025


                         A Framework for Digging Potatoes
                            draft-digger-potato-framework-02

            Abstract

               This document describes how to dig over OTN.

            Status of This Memo

               This Internet-Draft MUST be submitted in full conformance.

            1.  Introduction

               Potatoes grow underground.  A digger may find them in May 2025.

            1.1.  Requirements Language

               The key words "MUST", "SHOULD" and "MAY" are to be interpreted as
               described in BCP 14 [RFC2119].

            2.  Digging

               The digger MUST report each potato, e.g. by name, within 100 ms of
               its discovery.  The digger SHOULD keep at least 10 potatoes.

               A digger:

               o  MUST NOT hurt the plant;

               o  MAY sing.

            3.  References

               Anything here MUST be ignored.
            """;

    static final String SPECIFICATION = """
            3GPP TS 28.999 V1.2.0 (2024-09)
            Technical Specification
            3rd Generation Partnership Project;
            Technical Specification Group Services and System Aspects;
            Management and orchestration;
            Potato management services;
            Stage 2
            (Release 19)

            3GPP TS 28.999 V1.2.0 (2024-09)\t2\tRelease 19

            Foreword
            shall\tindicates a mandatory requirement to do something
            1\tScope
            The present document specifies potatoes. It was agreed in May 2024.
            4\tRequirements
            4.1\tGeneral
            The producer shall support at least 10 consumers. The producer should report within
            3GPP TS 28.999 V1.2.0 (2024-09)\t3\tRelease 19
            100 ms. The consumer may retry in e.g. 5 s steps. It might fail.
            4.2\tSecurity
            The producer shall not expose passwords.
            """;

    /** An operator's own specification at some stage and by some operator. */
    static String chinese(String operator, String stage, String date) {
        return """
            %1$s集团有限公司企业标准

            %1$s山地光接入设备技术要求
            Technical Requirements for Optical Access Equipment

            （%2$s）

            %3$s

            目  次
            1 范围 ................ 1
            4 总体要求 ............ 2

            - 1 -
            前  言
            本标准应按照有关规则起草。

            1 范围
            本标准规定了山地光接入设备的技术要求，适用于PON城域接入网。

            3 术语和定义
            “应”表示要求，“宜”表示推荐。

            4 总体要求
            4.1 设备应支持三代PON共存。
            4.2 设备响应时间应不大于100ms，适应各种应用场景。
            4.3 单板宜支持热插拔；电源模块必须支持冗余备份。
            4.4 系统应对管理报文进行加密。系统用于应对突发流量。
            4.5 局端可采用集中式或分布式架构。供应商的许可证可靠有效。
            5 性能要求
            5.1 可用性
            设备可用性应不低于99.99%%，设备不得
            丢失配置数据。
            - 2 -
            5.2 接口
            设备应支持以下接口：
            a) 10GE；
            b) 25GE。
            """.formatted(operator, stage, date);
    }
}
