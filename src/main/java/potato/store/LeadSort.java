package potato.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.function.Function;
import potato.model.LeadEntry;
import potato.ranking.Ranking;

/** An order of a list of leads; each ends in the id, so that a page can go on exactly behind another. */
public enum LeadSort {
    /** Best first: the ranked list. */
    RANK("rankKey", false, entry -> Ranking.key(entry.lead())),
    /** The highest score first, the same as the ranked list. */
    SCORE("rankKey", false, entry -> Ranking.key(entry.lead())),
    LAST_SEEN("lastSeen", true, entry -> entry.lead().lastSeen()),
    FIRST_SEEN("firstSeen", true, entry -> entry.lead().firstSeen()),
    CHANGED_AT("changedAt", true, LeadEntry::changedAt),
    NETWORK("network", false, entry -> entry.lead().network()),
    KIND("kind", false, entry -> entry.lead().kind());

    private final String column;
    private final boolean descending;

    @SuppressWarnings("ImmutableEnumChecker") // Functions without state.
    private final Function<LeadEntry, Comparable<?>> key;

    LeadSort(String column, boolean descending, Function<LeadEntry, Comparable<?>> key) {
        this.column = column;
        this.descending = descending;
        this.key = key;
    }

    /** Whether this is the order of the ranked list. */
    public boolean ranked() {
        return column.equals("rankKey");
    }

    /** The value that a lead is sorted by, written for a cursor. */
    public String key(LeadEntry entry) {
        return key.apply(entry).toString();
    }

    /** The same order for leads in memory. */
    public Comparator<LeadEntry> comparator() {
        @SuppressWarnings("unchecked") // Each constant gives keys of one type.
        Comparator<LeadEntry> byKey = Comparator.comparing(entry -> (Comparable<Object>) key.apply(entry));
        return (descending ? byKey.reversed() : byKey)
                .thenComparing(entry -> entry.lead().id());
    }

    /** Whether a text is a value that leads are sorted by in this order. */
    public boolean accepts(String written) {
        try {
            parse(written);
            return true;
        } catch (DateTimeParseException foreign) {
            return false;
        }
    }

    Comparable<?> parse(String written) {
        return switch (this) {
            case LAST_SEEN, FIRST_SEEN -> LocalDate.parse(written);
            case CHANGED_AT -> Instant.parse(written);
            default -> written;
        };
    }

    String order() {
        return column + (descending ? " desc" : "") + ", id";
    }

    String behind() {
        return "(%1$s %2$s :key or (%1$s = :key and id > :id))".formatted(column, descending ? "<" : ">");
    }
}
