package potato.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.all;
import static potato.api.Service.as;
import static potato.api.Service.asked;
import static potato.api.Service.get;
import static potato.api.Service.ids;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.network;
import static potato.api.Service.pointers;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithSamples.class)
class LeadListTest {
    private static final String LEADS = "/api/leads";
    private static final String ANY_STATUS = "new,accepted,working,won,lost,dismissed,expired";

    private static List<JsonNode> every(Object... parameters) {
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("limit", 500));
        return all(ADMIN, LEADS, all.toArray());
    }

    private static String text(JsonNode lead, String field) {
        return lead.path(field).asText();
    }

    @Test
    void theListHoldsOpenLeadsBestFirst() {
        List<JsonNode> leads = every();
        assertThat(leads).hasSizeGreaterThan(40);
        assertThat(leads)
                .extracting(lead -> text(lead, "status"))
                .containsAnyOf("new", "accepted", "working")
                .doesNotContain("won", "lost", "dismissed", "expired");
        assertThat(leads)
                .extracting(lead -> lead.path("score").decimalValue())
                .isSortedAccordingTo(Comparator.<BigDecimal>naturalOrder().reversed());
        for (int i = 0; i < leads.size(); i++) {
            assertThat(leads.get(i).path("rank").asInt()).isEqualTo(i + 1);
        }
    }

    @Test
    void contributionsAddUpToTheScoreExactly() {
        assertThat(every("status", ANY_STATUS)).allSatisfy(lead -> {
            BigDecimal score = lead.path("score").decimalValue();
            assertThat(list(lead.path("contributions")).stream()
                            .map(part -> part.path("points").decimalValue())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(score);
            assertThat(score).isBetween(BigDecimal.ZERO, new BigDecimal(100));
            assertThat(score.scale()).isLessThanOrEqualTo(1);
        });
    }

    @Test
    void contributionsPointAtTheirEvidence() {
        assertThat(every()).allSatisfy(lead -> {
            assertThat(lead.path("contributions")).isNotEmpty();
            assertThat(lead.path("contributions"))
                    .flatExtracting(part -> list(part.path("evidence")))
                    .allSatisfy(place -> assertThat(place.asInt())
                            .isBetween(0, lead.path("evidence").size() - 1));
        });
    }

    @Test
    void aLeadHasEveryFieldOfTheContract() {
        assertThat(every()).allSatisfy(lead -> {
            assertThat(lead.fieldNames())
                    .toIterable()
                    .contains(
                            "id",
                            "rank",
                            "score",
                            "family",
                            "kind",
                            "network",
                            "office",
                            "province",
                            "operator",
                            "topic",
                            "vendor",
                            "title",
                            "nextStep",
                            "role",
                            "counterpart",
                            "status",
                            "firstSeen",
                            "lastSeen",
                            "changedAt",
                            "rulebook",
                            "contributions",
                            "evidence");
            assertThat(lead.path("evidence"))
                    .allSatisfy(piece -> assertThat(piece.fieldNames())
                            .toIterable()
                            .contains("type", "id", "quote", "start", "end", "on", "href"));
            assertThat(text(lead, "firstSeen")).isLessThanOrEqualTo(text(lead, "lastSeen"));
        });
    }

    @Test
    void theSamplesHoldEveryKindOfLead() {
        assertThat(every())
                .extracting(lead -> text(lead, "kind"))
                .contains(
                        "upcoming-standard",
                        "dissatisfied-operations",
                        "swap-plan",
                        "competitor-withdrawal",
                        "growth-point",
                        "expansion",
                        "tender-ahead",
                        "entry-point",
                        "needle-tip",
                        "uncovered-department",
                        "lapsed-contact",
                        "objection-risk",
                        "blocked-execution",
                        "spreading-negative-event",
                        "own-dissatisfaction",
                        "newcomer");
    }

    @Test
    void everyQuoteStandsInTheSourceThatItsLinkLeadsTo() {
        List<JsonNode> quoted = every().stream()
                .flatMap(lead -> list(lead.path("evidence")).stream())
                .filter(piece -> piece.path("quote").isTextual())
                .distinct()
                .toList();
        assertThat(quoted).extracting(piece -> text(piece, "type")).contains("note", "draft");
        assertThat(quoted).allSatisfy(piece -> {
            Response source = as(ADMIN).urlEncodingEnabled(false).get(text(piece, "href"));
            Quotes.assertTrue(text(json(200, source), "text"), piece, "quote");
        });
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                filter("office", "sichuan", "hunan"),
                filter("province", "四川", "广西"),
                filter("network", "CT-绵阳", "CU-鞍山"),
                filter("operator", "CT", "CM"),
                filter("kind", "swap-plan", "newcomer"),
                filter("family", "relationship", "opportunity"),
                filter("topic", "otn", "power"),
                filter("vendor", "ZTE", "Ericsson"),
                filter("role", "solution", "fulfilment"));
    }

    private static Arguments filter(String name, String one, String other) {
        return Arguments.of(name, one, other);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterRestrictsAndItsRepetitionWidens(String name, String one, String other) {
        List<JsonNode> every = every();
        List<JsonNode> first = every(name, one);
        List<JsonNode> second = every(name, other);
        assertThat(same(first))
                .isNotEmpty()
                .isEqualTo(same(where(every, lead -> text(lead, name).equals(one))));
        assertThat(same(second)).isNotEmpty();
        List<String> both = same(where(
                every, lead -> text(lead, name).equals(one) || text(lead, name).equals(other)));
        assertThat(same(every(name, one, name, other))).isEqualTo(both);
        assertThat(same(every(name, one + "," + other))).isEqualTo(both);
        assertThat(first)
                .extracting(lead -> lead.path("rank").asInt())
                .startsWith(1)
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> where(List<JsonNode> leads, Predicate<JsonNode> condition) {
        return leads.stream().filter(condition).toList();
    }

    private static List<String> same(List<JsonNode> leads) {
        return leads.stream().map(lead -> text(lead, "id")).toList();
    }

    @Test
    void severalFiltersRestrictTogether() {
        assertThat(same(every("office", "sichuan", "operator", "CT", "family", "opportunity")))
                .isNotEmpty()
                .isEqualTo(same(where(
                        every(),
                        lead -> text(lead, "office").equals("sichuan")
                                && text(lead, "operator").equals("CT")
                                && text(lead, "family").equals("opportunity"))));
    }

    @Test
    void theLowestScoreIsItselfIncluded() {
        List<JsonNode> every = every();
        BigDecimal middle = every.get(every.size() / 2).path("score").decimalValue();
        assertThat(same(every("min-score", middle.toPlainString())))
                .isNotEmpty()
                .isEqualTo(same(
                        where(every, lead -> lead.path("score").decimalValue().compareTo(middle) >= 0)));
    }

    @Test
    void wordsAreLookedForInTitleEvidenceNetworkAndThing() {
        List<JsonNode> every = every();
        for (String word : List.of("绵阳", "otn", "中兴")) {
            assertThat(same(every("q", word)))
                    .as(word)
                    .isNotEmpty()
                    .containsAll(same(where(
                            every,
                            lead -> Stream.concat(
                                            Stream.of(text(lead, "title"), text(lead, "network")),
                                            texts(lead.path("evidence"), "quote").stream())
                                    .anyMatch(found ->
                                            found.toLowerCase(Locale.ROOT).contains(word)))));
        }
        assertThat(every("q", "没有人会写这句话")).isEmpty();
        assertThat(every("q", "%")).hasSizeLessThan(every.size());
    }

    @Test
    void onlyLeadsThatChangedSinceAreListed() {
        String network = network("CT-海东");
        Instant before = TestClock.tick();
        json(201, post("notes", note("n-since", network)));
        Instant after = TestClock.tick();
        assertThat(every("changed-since", before.toString(), "network", network))
                .isNotEmpty();
        assertThat(every("changed-since", after.toString(), "network", network)).isEmpty();
        assertThat(every("changed-since", before.toString()))
                .extracting(lead -> text(lead, "network"))
                .containsOnly(network);
        assertThat(every("changed-since", TestClock.TODAY)).hasSameSizeAs(every());
        assertThat(every("changed-since", "2026-11-24")).isEmpty();
    }

    private static String note(String id, String network) {
        return "{\"id\":\"%s\",\"on\":\"2026-11-20\",\"network\":\"%s\",\"text\":\"=明年城域网要扩容，预算已经批了。\"}"
                .formatted(id, network);
    }

    @ParameterizedTest
    @CsvSource({
        "ofice, sichuan, Maybe office.",
        "minscore, 5, Maybe min-score.",
        "status, opened, Maybe one of new",
        "kind, foo, Maybe one of blocked-execution",
        "kind, swap-plans, Maybe swap-plan.",
        "sort, best, Maybe one of rank",
        "status, wonn, Maybe won.",
        "family, relations, Maybe relationship.",
        "role, solutions, Maybe solution.",
        "min-score, many, is not a number",
        "changed-since, lately, is neither an instant nor a date",
        "as-of, 2026-02-30, is not a date",
        "sort, rnak, Maybe rank.",
        "limit, 0, from 1 to 500",
        "limit, 501, from 1 to 500",
        "limit, ten, from 1 to 500",
        "cursor, nonsense, is no cursor"
    })
    void aBadParameterIsRefusedWithAWayOut(String name, String value, String hint) {
        JsonNode problem = problem(400, get(LEADS, name, value));
        assertThat(pointers(problem)).containsExactly("/" + name);
        assertThat(problem.path("detail").asText()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource({"kind, foo", "family, relations", "role, solutions", "status, open", "sort, best"})
    void feedsAndTheStreamRefuseTheSameParameters(String name, String value) {
        for (String path : List.of("/feed/leads.json", "/feed/leads.atom", "/feed/leads/stream")) {
            JsonNode problem = problem(400, get(path, name, value));
            assertThat(pointers(problem)).containsExactly("/" + name);
            assertThat(problem.path("detail").asText()).contains("Maybe ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-seen", "first-seen", "changed-at"})
    void aCursorOfAnotherOrderIsRefused(String sort) {
        String cursor = text(json(200, get(LEADS, "limit", 1, "sort", "network")), "next");
        assertThat(pointers(problem(400, get(LEADS, "cursor", cursor, "sort", sort))))
                .containsExactly("/cursor");
    }

    @Test
    void everyBadParameterIsNamedAtOnce() {
        assertThat(pointers(problem(400, get(LEADS, "status", "x", "as-of", "x", "min-score", "x", "limit", "x"))))
                .containsExactlyInAnyOrder("/status", "/as-of", "/min-score", "/limit");
    }

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(
                        "rank",
                        "rank",
                        Comparator.comparing(
                                (JsonNode lead) -> lead.path("rank").asInt())),
                Arguments.of(
                        "score",
                        "rank",
                        Comparator.comparing(
                                (JsonNode lead) -> lead.path("rank").asInt())),
                Arguments.of("last-seen", "lastSeen", by("lastSeen").reversed()),
                Arguments.of("first-seen", "firstSeen", by("firstSeen").reversed()),
                Arguments.of("changed-at", "changedAt", by("changedAt").reversed()),
                Arguments.of("lastSeen", "lastSeen", by("lastSeen").reversed()),
                Arguments.of("network", "network", by("network")),
                Arguments.of("kind", "kind", by("kind")));
    }

    private static Comparator<JsonNode> by(String field) {
        return Comparator.comparing(lead -> text(lead, field));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aListIsSortedAsItIsAskedAndItsPagesGiveEveryLeadOnce(String sort, String field, Comparator<JsonNode> order) {
        List<JsonNode> sorted = every("sort", sort);
        assertThat(sorted).as(field).isSortedAccordingTo(order);
        assertThat(same(sorted)).containsExactlyInAnyOrderElementsOf(same(every()));
        assertThat(all(ADMIN, LEADS, "sort", sort, "limit", 37)).isEqualTo(sorted);
    }

    @Test
    void aRankIsThePlaceInTheRankedListWhateverTheOrder() {
        assertThat(every("sort", "network")).containsExactlyInAnyOrderElementsOf(every());
    }

    @Test
    void pagesLinkToTheNext() {
        Response page = get(LEADS, "limit", 5, "office", "sichuan", "q", "绵阳");
        List<JsonNode> linked = new ArrayList<>(items(json(200, page)));
        while (page.header("Link") != null) {
            page = as(ADMIN)
                    .urlEncodingEnabled(false)
                    .get(page.header("Link").replaceFirst("^<(.*)>; rel=\"next\"$", "$1"));
            linked.addAll(items(json(200, page)));
        }
        assertThat(linked).hasSizeGreaterThan(5).isEqualTo(every("office", "sichuan", "q", "绵阳"));
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, application/json",
        "application/json, application/json",
        "text/csv, text/csv",
        "'text/csv;q=0.5, application/json', application/json",
        "'text/csv, application/json;q=0.5', text/csv",
        "'text/html, */*;q=0.1', application/json"
    })
    void theFormatIsTheOneThatIsPreferred(String accept, String type) {
        Response answer = as(ADMIN).accept(accept).get(LEADS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
        assertThat(answer.header("Vary")).contains("Accept");
    }

    @Test
    void aFormatThatNobodyHasIsRefused() {
        problem(406, as(ADMIN).accept("image/png").get(LEADS));
    }

    @Test
    void theTableHasTheListsLeadsAndRunsNoCell() throws IOException {
        json(201, post("notes", note("n-formula", network("=CT-海北"))));
        Response answer = asked(as(ADMIN).accept("text/csv"), "limit", 500).get(LEADS);
        String table = new String(answer.asByteArray(), UTF_8);
        assertThat(table).startsWith("\uFEFFid,rank,score,");
        try (MappingIterator<String[]> rows = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .readValues(table.substring(1))) {
            List<String[]> cells = rows.readAll();
            assertThat(cells.stream().skip(1).map(row -> row[0])).isEqualTo(ids(json(200, get(LEADS, "limit", 500))));
            assertThat(cells)
                    .allSatisfy(row -> assertThat(row)
                            .allSatisfy(cell ->
                                    assertThat(cell).doesNotStartWith("=").doesNotStartWith("@")));
            assertThat(cells).anySatisfy(row -> assertThat(row).contains("'=CT-海北"));
        }
        assertThat(answer.header("Link")).isNull();
        assertThat(asked(as(ADMIN).accept("text/csv"), "limit", 5).get(LEADS).header("Link"))
                .contains("rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2026-07-15", "2026-11-13"})
    void theListOfAnEarlierDayIsTheSameTwiceAndKnowsNothingLater(String day) {
        Response first = get(LEADS, "as-of", day, "limit", 500, "office", "sichuan");
        List<JsonNode> leads = items(json(200, first));
        assertThat(leads).isNotEmpty();
        assertThat(get(LEADS, "as-of", day, "limit", 500, "office", "sichuan").asByteArray())
                .isEqualTo(first.asByteArray());
        assertThat(leads).allSatisfy(lead -> {
            assertThat(text(lead, "lastSeen")).isLessThanOrEqualTo(day);
            assertThat(list(lead.path("evidence")))
                    .filteredOn(piece ->
                            piece.path("on").isTextual() && !text(piece, "type").equals("fact"))
                    .allSatisfy(piece -> assertThat(text(piece, "on")).isLessThanOrEqualTo(day));
        });
        assertThat(all(ADMIN, LEADS, "as-of", day, "limit", 9, "office", "sichuan"))
                .isEqualTo(leads);
    }

    @Test
    void theListOfTodayIsTheListAsItStands() {
        assertThat(same(every("as-of", TestClock.TODAY))).isEqualTo(same(every()));
    }

    @Test
    void nothingWasKnownBeforeTheFirstNote() {
        assertThat(where(
                        every("as-of", "2020-01-01"),
                        lead -> !lead.path("evidence").isEmpty()
                                && texts(lead.path("evidence"), "type").contains("note")))
                .isEmpty();
    }

    @Test
    void whoHasTheListAlreadyGetsNotModified() {
        for (Object[] asked : new Object[][] {{}, {"office", "sichuan"}, {"as-of", "2026-07-15", "office", "hunan"}}) {
            Response list = get(LEADS, asked);
            Response again = asked(as(ADMIN).header("If-None-Match", list.header("ETag")), asked)
                    .get(LEADS);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(list.header("ETag"));
            assertThat(again.asByteArray()).isEmpty();
        }
        String lead = "/api/leads/" + text(every().get(0), "id");
        for (String path : List.of(lead, lead + "/history")) {
            Response one = get(path);
            assertThat(as(ADMIN)
                            .header("If-None-Match", one.header("ETag"))
                            .get(path)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(as(ADMIN).header("If-None-Match", "\"other\"").get(path).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aDepartmentThatIsNotMetIsTheOneToTalkTo() {
        assertThat(every("kind", "uncovered-department"))
                .isNotEmpty()
                .allSatisfy(lead -> assertThat(text(lead, "counterpart"))
                        .isEqualTo(lead.path("about").path("id").asText()));
    }

    @Test
    void theRankOfASingleLeadIsItsPlaceInTheListOfWhoAsks() {
        List<JsonNode> own = all("sichuan", LEADS, "limit", 500);
        JsonNode last = own.get(own.size() - 1);
        assertThat(last.path("rank").asInt()).isEqualTo(own.size());
        assertThat(json(200, Service.getAs("sichuan", LEADS + "/" + text(last, "id"))))
                .isEqualTo(last);
        assertThat(json(200, get(LEADS + "/" + text(last, "id"))).path("rank").asInt())
                .isGreaterThan(own.size());
    }

    @Test
    void aSingleLeadIsTheOneOfTheList() {
        for (JsonNode lead : every().subList(0, 5)) {
            assertThat(json(200, get("/api/leads/" + text(lead, "id")))).isEqualTo(lead);
        }
        problem(404, get("/api/leads/l-nothing"));
        problem(404, get("/api/leads/l-nothing/history"));
    }
}
