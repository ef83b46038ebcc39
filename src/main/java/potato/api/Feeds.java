package potato.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import potato.api.LeadViews.EvidenceView;
import potato.api.LeadViews.LeadView;
import potato.dig.Today;
import potato.model.Terms;

/** Leads as JSON Feed 1.1 and as Atom (RFC 4287). */
@ApplicationScoped
class Feeds {
    private static final String TITLE = "Potato Digger: ranked leads";

    private final ObjectMapper json;

    Feeds(ObjectMapper json) {
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record JsonFeed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,
            List<JsonItem> items) {}

    private record JsonItem(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<String> tags,
            @JsonProperty("_lead") LeadView lead) {}

    String json(List<LeadView> leads, UriInfo uri) {
        List<JsonItem> items = leads.stream()
                .map(lead -> new JsonItem(
                        lead.id(),
                        url(lead, uri),
                        lead.title(),
                        content(lead),
                        published(lead),
                        lead.changedAt(),
                        tags(lead),
                        lead))
                .toList();
        try {
            return json.writeValueAsString(new JsonFeed(
                    "https://jsonfeed.org/version/1.1",
                    TITLE,
                    uri.getBaseUri().toString(),
                    uri.getRequestUri().toString(),
                    items));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A feed can be written.", impossible);
        }
    }

    String atom(List<LeadView> leads, UriInfo uri) {
        Feed feed = new Feed("atom_1.0");
        feed.setId(uri.getRequestUri().toString());
        feed.setTitle(TITLE);
        Link self = new Link();
        self.setRel("self");
        self.setHref(uri.getRequestUri().toString());
        feed.setOtherLinks(List.of(self));
        Person author = new Person();
        author.setName("Potato Digger");
        feed.setAuthors(List.of(author));
        feed.setUpdated(Date.from(leads.stream()
                .map(LeadView::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)));
        feed.setEntries(leads.stream().map(lead -> entry(lead, uri)).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException impossible) {
            throw new IllegalStateException("A feed can be written.", impossible);
        }
    }

    private static Entry entry(LeadView lead, UriInfo uri) {
        Entry entry = new Entry();
        entry.setId("urn:potato:lead:" + lead.id());
        entry.setTitle(xml(lead.title()));
        Link link = new Link();
        link.setRel("alternate");
        link.setHref(url(lead, uri));
        entry.setAlternateLinks(List.of(link));
        entry.setPublished(Date.from(published(lead)));
        entry.setUpdated(Date.from(lead.changedAt()));
        entry.setCategories(tags(lead).stream()
                .map(tag -> {
                    Category category = new Category();
                    category.setTerm(xml(tag));
                    return category;
                })
                .toList());
        Content content = new Content();
        content.setType("text");
        content.setValue(xml(content(lead)));
        entry.setContents(List.of(content));
        return entry;
    }

    /** XML has no way to write most control characters; notes may hold them. */
    static String xml(String text) {
        return text.codePoints()
                .filter(c -> c == '\n'
                        || c == '\t'
                        || (c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String url(LeadView lead, UriInfo uri) {
        return uri.getBaseUriBuilder().path("api/leads").path(lead.id()).build().toString();
    }

    private static Instant published(LeadView lead) {
        return lead.firstSeen().atStartOfDay(Today.ZONE).toInstant();
    }

    private static List<String> tags(LeadView lead) {
        return Stream.of(
                        Terms.of(lead.family()),
                        lead.kind(),
                        lead.network(),
                        lead.office(),
                        lead.topic(),
                        lead.vendor(),
                        Terms.of(lead.role()),
                        Terms.of(lead.status()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String content(LeadView lead) {
        String quotes = lead.evidence().stream()
                .map(EvidenceView::quote)
                .filter(Objects::nonNull)
                .distinct()
                .limit(5)
                .map(quote -> "“" + quote + "”")
                .collect(Collectors.joining("\n"));
        return "%s (score %s)\n%s\n%s"
                .formatted(lead.title(), lead.score(), lead.nextStep(), quotes)
                .strip();
    }
}
