package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.CSV;
import static potato.api.Service.NDJSON;
import static potato.api.Service.all;
import static potato.api.Service.as;
import static potato.api.Service.delete;
import static potato.api.Service.get;
import static potato.api.Service.ids;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.network;
import static potato.api.Service.pointers;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.put;
import static potato.api.Service.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(WithSamples.class)
class ReferenceDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "networks/CU-曲靖 | {'operator':'CU','province':'云南','prefecture':'曲靖','office':'yunnan','posts':[{'department':'operations','rank':'staff','people':12}]} | {'operator':'CU','province':'云南','prefecture':'曲靖','office':'yunnan'}",
                "contacts/c-put | {'network':'CU-锦州','name':'白路','department':'operations','rank':'staff'} | {'network':'CU-锦州','name':'白路','department':'operations','rank':'team-lead','influence':0.4}",
                "orders/o-put | {'network':'CU-锦州','topic':'power','amount':12000.5,'currency':'CNY','signedOn':'2026-10-08','status':'signed','executingDepartments':['engineering','finance']} | {'network':'CU-锦州','topic':'power','amount':12000.5,'currency':'CNY','signedOn':'2026-10-08','status':'delivering'}",
                "tenders/t-put | {'operator':'CU','province':'辽宁','network':'CU-锦州','topic':'cable','title':'光缆','expectedOn':'2027-01-15'} | {'operator':'CU','province':'辽宁','topic':'cable','title':'光缆','noticeFrom':'2027-01-10','noticeUntil':'2027-01-12','expectedOn':'2027-01-15'}",
                "networks/CU-曲靖/installed-base | [{'vendor':'ZTE','topic':'otn','since':'2019-01-01','share':0.5},{'vendor':'us','topic':'pon'}] | [{'vendor':'us','topic':'pon'}]"
            })
    void aRecordIsPutOnceAndStaysUntilItChanges(String path, String first, String second) {
        json(201, put(path, first.replace('\'', '"')));
        JsonNode again = json(200, put(path, first.replace('\'', '"')));
        JsonNode changed = json(200, put(path, second.replace('\'', '"')));
        assertThat(changed).isNotEqualTo(again);
    }

    @Test
    void networksAreListedByOfficeProvinceAndOperator() {
        List<JsonNode> every = all(ADMIN, "/api/networks", "limit", 500);
        for (String field : List.of("office", "province", "operator")) {
            String value = every.get(0).path(field).asText();
            assertThat(all(ADMIN, "/api/networks", field, value))
                    .isNotEmpty()
                    .isEqualTo(every.stream()
                            .filter(network -> network.path(field).asText().equals(value))
                            .toList());
        }
    }

    @Test
    void everyPageLinksToTheNextUntilTheLast() {
        List<JsonNode> every = all(ADMIN, "/api/networks", "province", "四川", "limit", 500);
        Response page = get("/api/networks", "province", "四川", "limit", 3);
        List<JsonNode> linked = new java.util.ArrayList<>(items(json(200, page)));
        while (page.header("Link") != null) {
            assertThat(page.header("Link")).endsWith(">; rel=\"next\"");
            String next = page.header("Link").replaceFirst("^<(.*)>.*$", "$1");
            page = as(ADMIN).urlEncodingEnabled(false).get(next);
            linked.addAll(items(json(200, page)));
        }
        assertThat(json(200, page).path("next").isNull()).isTrue();
        assertThat(linked).hasSizeGreaterThan(3).isEqualTo(every);
    }

    @Test
    void aParameterThatNobodyKnowsIsRefusedWithTheNearest() {
        JsonNode problem = problem(400, get("/api/networks", "ofice", "sichuan"));
        assertThat(problem.path("errors").path(0).path("detail").asText()).contains("(ofice)", "Maybe office.");
    }

    @Test
    void everyBadFieldOfARecordIsNamedAtOnce() {
        JsonNode problem = problem(
                400,
                put(
                        "contacts/c-bad",
                        "{\"network\":\"CU-锦州\",\"department\":\"operation\",\"rank\":7,\"influence\":2,\"nmae\":\"白路\"}"));
        assertThat(pointers(problem)).containsExactlyInAnyOrder("/name", "/department", "/rank", "/influence", "/nmae");
        assertThat(problem.path("errors").toString()).contains("Maybe operations.", "Maybe name.");
    }

    @Test
    void theFieldsOfAPostAreNamedByTheirPlace() {
        JsonNode problem = problem(
                400,
                put(
                        "networks/CU-保山",
                        "{\"operator\":\"CU\",\"province\":\"云南\",\"prefecture\":\"保山\",\"office\":\"yunnan\",\"posts\":[{\"department\":\"it\",\"rank\":\"staff\"},{\"department\":\"it\",\"rank\":\"boss\",\"people\":-1}]}"));
        assertThat(pointers(problem)).containsExactlyInAnyOrder("/posts/1/rank", "/posts/1/people");
    }

    @ParameterizedTest
    @CsvSource({
        "contacts/c-lost, '{\"network\":\"CU-锦洲\",\"name\":\"白路\",\"department\":\"it\",\"rank\":\"staff\"}'",
        "orders/o-lost, '{\"network\":\"CU-锦洲\",\"topic\":\"pon\",\"amount\":1,\"currency\":\"CNY\",\"signedOn\":\"2026-10-08\",\"status\":\"paid\"}'",
        "tenders/t-lost, '{\"network\":\"CU-锦洲\",\"operator\":\"CU\",\"topic\":\"pon\",\"title\":\"x\",\"expectedOn\":\"2026-10-08\"}'"
    })
    void anUnknownNetworkIsRefusedWithTheNearest(String path, String body) {
        JsonNode problem = problem(400, put(path, body));
        assertThat(pointers(problem)).containsExactly("/network");
        assertThat(problem.path("detail").asText()).contains("(CU-锦洲)", "Maybe CU-锦州.");
    }

    @Test
    void theEquipmentOfAnUnknownNetworkIsRefused() {
        problem(404, put("networks/CU-nowhere/installed-base", "[{\"vendor\":\"us\",\"topic\":\"pon\"}]"));
    }

    @Test
    void anUnknownTopicIsRefusedWithTheNearest() {
        JsonNode problem =
                problem(400, put("networks/CU-锦州/installed-base", "[{\"vendor\":\"us\",\"topic\":\"microwav\"}]"));
        assertThat(pointers(problem)).containsExactly("/0/topic");
        assertThat(problem.path("detail").asText()).contains("Maybe microwave.");
    }

    @Test
    void manyComeAsNdjsonAndABadLineInTheMiddleKeepsTheRest() {
        String lines = """
                {"id":"c-nd-1","network":"CU-锦州","name":"甲一","department":"it","rank":"staff"}
                {"id":"c-nd-2","network":"CU-锦州","name":"乙二","department":"it"

                {"id":"c-nd-3","network":"CU-锦洲","name":"丙三","department":"it","rank":"staff"}
                {"id":"c-nd-4","network":"CU-锦州","name":"丁四","department":"it","rank":"staff"}
                """;
        JsonNode outcome = json(200, post("contacts", NDJSON, lines));
        assertThat(outcome.path("accepted").asInt()).isEqualTo(2);
        assertThat(outcome.path("unchanged").asInt()).isZero();
        assertThat(outcome.path("rejected")).hasSize(2);
        assertThat(outcome.path("rejected").path(0).path("line").asInt()).isEqualTo(2);
        JsonNode lost = outcome.path("rejected").path(1);
        assertThat(lost.path("line").asInt()).isEqualTo(4);
        assertThat(lost.path("id").asText()).isEqualTo("c-nd-3");
        assertThat(lost.path("detail").asText()).contains("Maybe CU-锦州.");
        assertThat(json(200, post("contacts", NDJSON, lines)).path("unchanged").asInt())
                .isEqualTo(2);
    }

    @Test
    void manyComeAsCsvWithAHeaderAndQuotedCells() {
        String table = String.join(
                "\r\n",
                "\uFEFFid,operator,province,prefecture,office,name",
                "CU-玉溪,CU,云南,玉溪,yunnan,\"联通, \"\"玉溪\"\"\n分公司\"",
                "CU-bad,CU,云南,,yunnan,",
                "CU-普洱,CU,云南,普洱,yunnan,",
                "");
        JsonNode outcome = json(200, post("networks", CSV, table));
        assertThat(outcome.path("accepted").asInt()).isEqualTo(2);
        assertThat(outcome.path("rejected")).hasSize(1);
        assertThat(outcome.path("rejected").path(0).path("line").asInt()).isEqualTo(4);
        assertThat(outcome.path("rejected").path(0).path("detail").asText()).contains("prefecture");
        JsonNode kept = items(json(200, get("/api/networks", "office", "yunnan"))).stream()
                .filter(network -> network.path("id").asText().equals("CU-玉溪"))
                .findFirst()
                .orElseThrow();
        assertThat(kept.path("name").asText()).isEqualTo("联通, \"玉溪\"\n分公司");
    }

    @Test
    void csvMayBeInGb18030WhenItSaysSo() {
        String table = "id,operator,province,prefecture,office\nCU-临沧,CU,云南,临沧,yunnan\n";
        Response answer = as(ADMIN)
                .contentType("text/csv; charset=GB18030")
                .body(table.getBytes(Charset.forName("GB18030")))
                .post("/api/networks");
        assertThat(json(200, answer).path("accepted").asInt()).isEqualTo(1);
        assertThat(ids(json(200, get("/api/networks", "office", "yunnan", "limit", 500))))
                .contains("CU-临沧");
    }

    @Test
    void bytesOfAnotherEncodingAreReportedAndNothingIsGuessed() {
        Response answer = as(ADMIN)
                .contentType("text/csv; charset=UTF-8")
                .body("id,operator,province,prefecture,office\nCU-丽江,CU,云南,丽江,yunnan\n"
                        .getBytes(Charset.forName("GB18030")))
                .post("/api/networks");
        JsonNode outcome = json(200, answer);
        assertThat(outcome.path("accepted").asInt()).isZero();
        assertThat(outcome.path("rejected").path(0).path("detail").asText()).contains("GB18030");
        problem(
                415,
                as(ADMIN)
                        .contentType("text/csv; charset=klingon")
                        .body("id\n".getBytes(UTF_8))
                        .post("/api/networks"));
    }

    @Test
    void aBrokenRowOrLineCostsOnlyItself() {
        String row = "%s,CU,云南,%s,yunnan\n";
        byte[] table = joined(
                "id,operator,province,prefecture,office\n".getBytes(UTF_8),
                row.formatted("CU-迪庆", "迪庆").getBytes(UTF_8),
                row.formatted("CU-bytes", "丽江").getBytes(Charset.forName("GB18030")),
                row.formatted("CU-quote", "\"丽江").getBytes(UTF_8),
                row.formatted("CU-怒江", "怒江").getBytes(UTF_8));
        JsonNode outcome =
                json(200, as(ADMIN).contentType("text/csv").body(table).post("/api/networks"));
        assertThat(outcome.path("accepted").asInt()).isEqualTo(2);
        assertThat(texts(outcome.path("rejected"), "id")).containsExactly("CU-bytes", "CU-quote");
        assertThat(texts(outcome.path("rejected"), "line")).containsExactly("3", "4");
        String contact =
                "{\"id\":\"%s\",\"network\":\"CU-锦州\",\"name\":\"%s\",\"department\":\"it\",\"rank\":\"staff\"}\n";
        byte[] lines = joined(
                contact.formatted("c-byte-1", "甲").getBytes(UTF_8),
                contact.formatted("c-byte-2", "乙").getBytes(Charset.forName("GB18030")),
                contact.formatted("c-byte-3", "\\ud800").getBytes(UTF_8),
                contact.formatted("c-byte-4", "丁").getBytes(UTF_8));
        JsonNode kept = json(200, as(ADMIN).contentType(NDJSON).body(lines).post("/api/contacts"));
        assertThat(kept.path("accepted").asInt()).isEqualTo(2);
        assertThat(texts(kept.path("rejected"), "id")).containsExactly("c-byte-2", "c-byte-3");
        assertThat(kept.path("rejected").path(1).path("detail").asText()).contains("/name", "U+D800", "place 1");
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contacts/c-all | {'network':'CU-锦洲','department':'itt','rank':'staff'} | /network /name /department",
                "orders/o-all | {'network':'CU-锦洲','topic':'poon','amount':1,'currency':'yuan','signedOn':'2026-13-08','status':'payd'} | /network /topic /currency /signedOn /status",
                "tenders/t-all | {'id':'t-other','network':'CU-锦洲','topic':'poon','expectedOn':'soon'} | /id /network /topic /operator /title /expectedOn",
                "tenders/t-all | {'network':'CU-锦州','operator':'CT','topic':'poon','title':'x','noticeFrom':'2027-02-02','noticeUntil':'2027-02-01','expectedOn':'soon'} | /operator /topic /noticeUntil /expectedOn",
                "networks/CU-all | {'id':'CU-x','operator':'CU','province':'云南','offise':'x'} | /id /prefecture /office /offise",
                "networks/CU-锦州/installed-base | [{'vendor':'us','topic':'poon','since':'2020','share':2},{'topic':'pon','network':'CU-锦','since':'2021-02-02','until':'2021-02-01'}] | /0/topic /0/since /0/share /1/vendor /1/network /1/until"
            })
    void everyFaultOfARecordIsNamedInOneRound(String path, String body, String expected) {
        JsonNode problem = problem(400, put(path, body.replace('\'', '"')));
        assertThat(pointers(problem)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void everyFaultOfALineIsNamedInOneRound() {
        String line =
                "{\"id\":\"t-line\",\"network\":\"CU-锦州\",\"operator\":\"CT\",\"topic\":\"poon\",\"expectedOn\":\"soon\"}";
        JsonNode rejected =
                json(200, post("tenders", NDJSON, line)).path("rejected").path(0);
        assertThat(rejected.path("id").asText()).isEqualTo("t-line");
        assertThat(rejected.path("detail").asText())
                .contains("/operator", "Maybe CU.", "/topic", "Maybe pon.", "/title", "/expectedOn");
        JsonNode nameless = json(200, post("orders", CSV, "network,topic\nCU-锦洲,poon\n"))
                .path("rejected")
                .path(0);
        assertThat(nameless.path("detail").asText()).contains("/id", "/network", "/topic", "/amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CT-西昌 | tenders | t-gone | {'operator':'CT','network':'CT-西昌','topic':'power','title':'电源','expectedOn':'2027-03-01'}",
                "CT-攀枝花 | orders | o-gone | {'network':'CT-攀枝花','topic':'power','amount':1,'currency':'CNY','signedOn':'2026-01-08','status':'stopped'}"
            })
    void leadsFollowAnOrderOrTenderThatIsRemoved(String network, String kind, String id, String body) {
        network(network);
        json(201, put(kind + "/" + id, body.replace('\'', '"')));
        assertThat(about(network, id))
                .isNotEmpty()
                .allSatisfy(lead -> assertThat(lead.path("status").asText()).isEqualTo("new"));
        assertThat(as("sichuan").delete("/api/" + kind + "/" + id).statusCode()).isEqualTo(403);
        assertThat(delete(kind + "/" + id).statusCode()).isEqualTo(204);
        assertThat(about(network, id))
                .isNotEmpty()
                .allSatisfy(lead -> assertThat(lead.path("status").asText()).isEqualTo("expired"));
        problem(404, delete(kind + "/" + id));
        json(201, put(kind + "/" + id, body.replace('\'', '"')));
    }

    private static List<JsonNode> about(String network, String id) {
        return Service.leadsOf(network).stream()
                .filter(lead -> lead.path("about").path("id").asText().equals(id))
                .toList();
    }

    @Test
    void filtersOfNetworksMayBeRepeated() {
        List<JsonNode> every = all(ADMIN, "/api/networks", "limit", 500);
        assertThat(all(ADMIN, "/api/networks", "office", "sichuan", "office", "hunan", "limit", 500))
                .isNotEmpty()
                .isEqualTo(every.stream()
                        .filter(network -> List.of("sichuan", "hunan")
                                .contains(network.path("office").asText()))
                        .toList());
    }

    @Test
    void oneNetworkHasManyPiecesOfEquipmentInOneTable() {
        network("CT-楚雄");
        String table = """
                network,vendor,topic,product,since,until,share
                CT-楚雄,ZTE,otn,,2015-01-01,2027-01-01,0.6
                CT-楚雄,us,otn,,,,0.4
                CT-楚熊,us,pon,,,,
                """;
        JsonNode outcome = json(200, post("installed-base", CSV, table));
        assertThat(outcome.path("accepted").asInt()).isEqualTo(2);
        assertThat(outcome.path("rejected").path(0).path("line").asInt()).isEqualTo(4);
        assertThat(outcome.path("rejected").path(0).path("detail").asText()).contains("Maybe CT-楚雄.");
    }

    @Test
    void ordersAndTendersComeMany() {
        String orders = """
                id,network,topic,amount,currency,signedOn,status,executingDepartments
                o-many,CU-锦州,power,46800,CNY,2026-09-05,accepted,operations;finance
                """;
        assertThat(json(200, post("orders", CSV, orders)).path("accepted").asInt())
                .isEqualTo(1);
        String tenders =
                "{\"id\":\"t-many\",\"operator\":\"CU\",\"topic\":\"power\",\"title\":\"电源\",\"expectedOn\":\"2027-02-01\"}\n";
        assertThat(json(200, post("tenders", NDJSON, tenders)).path("accepted").asInt())
                .isEqualTo(1);
        assertThat(json(200, post("tenders", NDJSON, tenders)).path("unchanged").asInt())
                .isEqualTo(1);
    }

    @Test
    void whoeverIsErasedLosesNameAndLinkAndWhatWasSaidStays() {
        String network = network("CT-大理");
        json(
                201,
                put(
                        "contacts/c-gone",
                        "{\"network\":\"CT-大理\",\"name\":\"司马长风\",\"department\":\"operations\",\"rank\":\"team-lead\"}"));
        json(
                201,
                post(
                        "notes",
                        "{\"id\":\"n-gone\",\"on\":\"2026-11-20\",\"network\":\"CT-大理\",\"contact\":{\"id\":\"c-gone\",\"name\":\"司马长风\"},\"text\":\"中兴的OTN板卡又坏了，把司马长风气得直拍桌子，说受够了他们的售后。\"}"));
        JsonNode before = json(200, get("/api/notes/n-gone"));
        assertThat(before.path("signals")).isNotEmpty();

        String lead = "/api/leads/"
                + Service.leadsOf(network).stream()
                        .filter(one -> one.path("evidence").toString().contains("司马长风"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asText();
        json(
                200,
                as(ADMIN)
                        .header("If-Match", "*")
                        .contentType(Service.JSON)
                        .body("{\"status\":\"dismissed\",\"reason\":\"test\"}")
                        .post(lead + "/status"));

        assertThat(delete("contacts/c-gone").statusCode()).isEqualTo(204);

        Response answer = get("/api/notes/n-gone");
        JsonNode after = json(200, answer);
        assertThat(answer.asString()).doesNotContain("司马长风").doesNotContain("c-gone");
        assertThat(after.path("contact").path("department").asText()).isEqualTo("operations");
        assertThat(Service.texts(after.path("signals"), "kind"))
                .isEqualTo(Service.texts(before.path("signals"), "kind"));
        Quotes.assertTrue(after.path("text").asText(), after.path("signals"));
        assertThat(Service.leadsOf(network).toString()).doesNotContain("司马长风").doesNotContain("c-gone");
        problem(404, delete("contacts/c-gone"));
    }

    @Test
    void leadsFollowANetworkThatMoves() {
        String network = network("CT-昭通");
        json(
                201,
                post(
                        "notes",
                        "{\"id\":\"n-moved\",\"on\":\"2026-11-20\",\"network\":\"CT-昭通\",\"text\":\"明年城域网要扩容，预算已经批了。\"}"));
        assertThat(Service.leadsOf(network)).isNotEmpty();
        json(
                200,
                put(
                        "networks/CT-昭通",
                        "{\"operator\":\"CT\",\"province\":\"贵州\",\"prefecture\":\"昭通\",\"office\":\"guizhou\"}"));
        assertThat(Service.leadsOf(network)).allSatisfy(lead -> {
            assertThat(lead.path("office").asText()).isEqualTo("guizhou");
            assertThat(lead.path("province").asText()).isEqualTo("贵州");
        });
        assertThat(ids(json(200, get("/api/notes", "office", "guizhou")))).containsExactly("n-moved");
        json(
                200,
                put(
                        "networks/CT-昭通",
                        "{\"operator\":\"CM\",\"province\":\"重庆\",\"prefecture\":\"昭通\",\"office\":\"guizhou\"}"));
        assertThat(Service.leadsOf(network)).allSatisfy(lead -> {
            assertThat(lead.path("province").asText()).isEqualTo("重庆");
            assertThat(lead.path("operator").asText()).isEqualTo("CM");
        });
    }
}
