package potato.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {
    private static final List<String> CODES = List.of("CM", "CT", "CU");
    private static final List<String> NAMES = List.of("MTN Nigeria", "中国电信", "China Unicom");

    private static @Nullable String operator(String cover, List<String> known) {
        var text = cover.replace(";", "\n\n");
        return Operators.of(new DraftReader(any -> Set.of()).read(text), text, known)
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # by the number
            企业标准;QB-W-931-2025;山地网络设备技术规范                                       | CM
            企业标准;Q/CT 9345—2025;山地网络设备技术规范;（送审稿）                            | CT
            企业标准;Q/CT-SC 031—2026;山地网络设备技术规范                                    | CT
            企业标准;Q/CU 0412—2026;山地网络设备技术规范书                                    | CU
            企业标准;QB/CU 123-2026;山地网络设备技术规范书                                    | CU
            企业标准;Q/CMCC 12-2026;山地网络设备技术规范书                                    | CM
            Q/CT 2345-2026;Technical requirements for mountain boxes;Draft 2026-03-01      | CT
            QB-E-077-2026;Technical specification for optical boxes;May 2026               | CM
            # by who published it
            中国移动通信集团有限公司;山地网络设备技术规范书;2026年3月                          | CM
            中国电信股份有限公司四川分公司;县乡光缆技术规范书;2026年3月                        | CT
            江苏移动;机房空调技术规范书;2026年3月                                             | CM
            中国联合网络通信集团有限公司;开关电源技术规范;2026年3月                            | CU
            China Telecom Corporation;Technical Specification for Mountain Boxes;May 2026   | CT
            China Mobile Group enterprise standard;Boxes in the mountains;May 2026          | CM
            # not an operator's own, not only one's, or nobody's of ours
            中国电信;中国联通;共建共享基站技术规范书;2026年3月                                 |
            中国铁塔股份有限公司;机柜技术规范书;2026年3月                                      |
            轻工标准;QB/T 1234-2020;山地自行车车架技术要求与试验方法                             |
            中华人民共和国通信行业标准;YD/T 9876—2025;山地网络设备技术要求;中国电信集团有限公司起草 |
            Network Working Group;Internet-Draft;draft-digger-potato-00;China Mobile;Technical requirements |
            """)
    void anOperatorsOwnDocumentIsKnownByNumberAndPublisher(String cover, @Nullable String operator) {
        assertThat(operator(cover, CODES)).isEqualTo(operator);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            企业标准;Q/CT 9345—2025;山地网络设备技术规范                                  | 中国电信
            中国联通企业标准;开关电源系统及整流模块技术规范                                 | China Unicom
            MTN Nigeria;Technical Specification for Site Power;May 2026                  | MTN Nigeria
            Some Vendor;Technical Specification as sold to OMTN Nigerians;May 2026        |
            企业标准;QB-W-931-2025;山地网络设备技术规范                                    |
            """)
    void itIsCalledAsOurNetworksCallIt(String cover, @Nullable String operator) {
        assertThat(operator(cover, NAMES)).isEqualTo(operator);
    }
}
