package potato.api;

import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import potato.dig.RankLeads;
import potato.dig.RankLeads.Place;
import potato.dig.Viewer;
import potato.model.Family;
import potato.model.LeadStatus;
import potato.model.Role;
import potato.store.LeadFilter;
import potato.store.LeadSort;

/** What a list or feed of leads is asked for, the same parameters everywhere. */
record LeadQuery(LeadFilter filter, LeadSort sort, @Nullable LocalDate asOf, Paging paging) {
    static final Set<String> PARAMETERS = Set.of(
            "office",
            "province",
            "network",
            "operator",
            "kind",
            "family",
            "topic",
            "vendor",
            "role",
            "status",
            "min-score",
            "changed-since",
            "q",
            "as-of",
            "sort",
            "limit",
            "cursor");
    private static final List<String> SORTS =
            Arrays.stream(LeadSort.values()).map(LeadQuery::written).toList();

    /** Reads the parameters for a reader; refuses the request with every bad one. */
    static LeadQuery of(UriInfo uri, Viewer viewer, RankLeads ranking) {
        Query query = Query.of(uri, PARAMETERS);
        LeadFilter filter = new LeadFilter(
                viewer.offices(),
                query.texts("office"),
                query.texts("province"),
                query.texts("network"),
                query.texts("operator"),
                kinds(query, ranking),
                query.terms("family", Family.class),
                each(query.texts("topic"), ranking::topic),
                each(query.texts("vendor"), ranking::vendor),
                query.terms("role", Role.class),
                query.terms("status", LeadStatus.class),
                query.number("min-score"),
                query.instant("changed-since"),
                query.text("q"));
        LeadSort sort = sort(query);
        LocalDate asOf = query.date("as-of");
        Paging paging = query.paging(2);
        String key = paging.part(0);
        if (key != null && !sort.accepts(key)) {
            throw paging.foreign();
        }
        return new LeadQuery(filter, sort, asOf, paging);
    }

    private static @Nullable List<String> each(@Nullable List<String> names, UnaryOperator<String> canonical) {
        return names == null ? null : names.stream().map(canonical).toList();
    }

    /** Kinds of leads are data of the rulebook; those of which only old leads are left may be asked for as well. */
    private static @Nullable List<String> kinds(Query query, RankLeads ranking) {
        List<String> written = query.texts("kind");
        if (written != null) {
            Set<String> known = ranking.kinds();
            written.stream()
                    .filter(kind -> !known.contains(kind) && !ranking.hadKind(kind))
                    .forEach(kind -> query.unknown("kind", kind, known));
        }
        return written;
    }

    private static LeadSort sort(Query query) {
        String written = query.text("sort");
        if (written == null) {
            return LeadSort.RANK;
        }
        String name = (written.startsWith("-") ? written.substring(1) : written).replace("-", "");
        return Arrays.stream(LeadSort.values())
                .filter(sort -> written(sort).equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> {
                    query.unknown("sort", written, SORTS);
                    return LeadSort.RANK;
                });
    }

    private static String written(LeadSort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Where the page begins, null for the first. */
    @Nullable
    Place behind() {
        String key = paging.part(0);
        String id = paging.part(1);
        return key == null || id == null ? null : new Place(key, id);
    }

    static @Nullable String cursor(@Nullable Place next) {
        return next == null ? null : Paging.cursor(next.key(), next.id());
    }
}
