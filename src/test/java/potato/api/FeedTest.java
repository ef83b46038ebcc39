package potato.api;

import static org.assertj.core.api.Assertions.assertThat;
import static potato.api.Service.ADMIN;
import static potato.api.Service.JSON;
import static potato.api.Service.all;
import static potato.api.Service.as;
import static potato.api.Service.get;
import static potato.api.Service.items;
import static potato.api.Service.json;
import static potato.api.Service.list;
import static potato.api.Service.network;
import static potato.api.Service.pointers;
import static potato.api.Service.post;
import static potato.api.Service.problem;
import static potato.api.Service.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(WithSamples.class)
class FeedTest {
    private static final String FEED = "/feed/leads.json";
    private static final String ATOM = "/feed/leads.atom";

    private static String note(String id, String network) {
        return "{\"id\":\"%s\",\"on\":\"2026-11-20\",\"network\":\"%s\",\"text\":\"明年城域网要扩容，预算已经批了。\"}"
                .formatted(id, network);
    }

    @Test
    void theJsonFeedIsOfVersionOnePointOne() {
        Response answer = get(FEED, "limit", 500);
        JsonNode feed = json(200, answer);
        assertThat(answer.contentType()).startsWith("application/feed+json");
        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).isNotBlank();
        assertThat(feed.path("feed_url").asText()).startsWith("http").contains(FEED);
        assertThat(items(feed)).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("id").isTextual()).isTrue();
            assertThat(item.path("title").asText()).isNotBlank();
            assertThat(item.path("content_text").asText()).isNotBlank();
            assertThat(item.path("url").asText()).startsWith("http");
            assertThat(item.path("date_published").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
            assertThat(item.path("date_modified").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        });
        assertThat(json(200, as(ADMIN).get(items(feed).get(0).path("url").asText()))
                        .path("id"))
                .isEqualTo(items(feed).get(0).path("id"));
    }

    @Test
    void aFeedHasTheListsLeadsBestFirstWithTheListsFilters() {
        Object[] asked = {"office", "sichuan", "family", "opportunity", "min-score", "20"};
        assertThat(items(json(200, get(FEED, asked))))
                .isNotEmpty()
                .extracting(item -> item.path("_lead"))
                .isEqualTo(items(json(200, get("/api/leads", asked))));
        assertThat(all(ADMIN, "/api/leads", "limit", 500))
                .extracting(lead -> lead.path("id"))
                .startsWith(items(json(200, get(FEED))).stream()
                        .map(item -> item.path("id"))
                        .toArray(JsonNode[]::new));
        assertThat(pointers(problem(400, get(FEED, "ofice", "sichuan")))).containsExactly("/ofice");
        assertThat(pointers(problem(400, get(ATOM, "ofice", "sichuan")))).containsExactly("/ofice");
    }

    @Test
    void theAtomFeedIsReadByAFeedReader() throws IOException, FeedException {
        Response answer = get(ATOM, "limit", 500);
        assertThat(answer.contentType()).startsWith("application/atom+xml");
        SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(answer.asByteArray())));
        List<JsonNode> leads = items(json(200, get("/api/leads", "limit", 500)));
        assertThat(feed.getTitle()).isNotBlank();
        assertThat(feed.getUri()).isNotBlank();
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getTitle)
                .isEqualTo(
                        leads.stream().map(lead -> lead.path("title").asText()).toList());
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(feed.getEntries()).allSatisfy(entry -> {
            assertThat(entry.getUpdatedDate()).isNotNull();
            assertThat(entry.getLink()).startsWith("http");
            assertThat(entry.getContents()).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {FEED, ATOM})
    void theTagStaysUntilTheReaderWouldSeeSomethingElse(String path) {
        String here = network(path.equals(FEED) ? "CT-林芝" : "CT-山南");
        String elsewhere = network(path.equals(FEED) ? "CT-那曲" : "CT-阿里");
        json(201, post("notes", note("n-here-" + here, here)));
        String tag = get(path, "network", here).header("ETag");
        assertThat(tag).isNotBlank();
        assertThat(get(path, "network", here).header("ETag")).isEqualTo(tag);

        json(201, post("notes", note("n-there-" + elsewhere, elsewhere)));
        Response again = as(ADMIN)
                .header("If-None-Match", tag)
                .queryParam("network", here)
                .get(path);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();

        TestClock.tick();
        json(
                200,
                put(
                        "notes/n-here-" + here,
                        "{\"on\":\"2026-11-20\",\"network\":\"%s\",\"text\":\"接入网OLT上联端口不够用，准备加板扩容。\"}"
                                .formatted(here)));
        Response changed = as(ADMIN)
                .header("If-None-Match", tag)
                .queryParam("network", here)
                .get(path);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void theTagChangesWithAStatus() {
        String network = network("CT-昌都");
        json(201, post("notes", note("n-status-feed", network)));
        String tag = get(FEED, "network", network).header("ETag");
        String lead = "/api/leads/"
                + items(json(200, get(FEED, "network", network)))
                        .get(0)
                        .path("id")
                        .asText();
        json(
                200,
                as(ADMIN)
                        .header("If-Match", get(lead).header("ETag"))
                        .contentType(JSON)
                        .body("{\"status\":\"accepted\"}")
                        .post(lead + "/status"));
        assertThat(get(FEED, "network", network).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void aLongFeedLinksToItsNextPage() {
        Response page = get(FEED, "limit", 10);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        JsonNode next = json(
                200, as(ADMIN).urlEncodingEnabled(false).get(page.header("Link").replaceFirst("^<(.*)>.*$", "$1")));
        assertThat(items(next))
                .hasSize(10)
                .doesNotContainAnyElementsOf(list(json(200, page).path("items")));
    }
}
