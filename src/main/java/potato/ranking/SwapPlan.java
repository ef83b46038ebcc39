package potato.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import potato.model.Contribution;
import potato.model.Evidence;
import potato.model.Installed;
import potato.model.Lead;
import potato.model.Terms;

/**
 * The skeleton of a migration plan that a team can take along: what stands there, what is wrong with it, and what of ours takes
 * its place. Everything in it is known from somewhere; what is not known stands under missing, and is asked under questions.
 *
 * @param boxes equipment of the supplier there, in the order of the cut-over
 * @param troubles what speaks for the swap, newest first
 * @param missing what the plan needs and nobody told yet
 */
public record SwapPlan(
        String lead,
        String network,
        String title,
        LocalDate asOf,
        String vendor,
        @Nullable String topic,
        List<Box> boxes,
        List<Trouble> troubles,
        List<String> missing,
        List<String> questions) {
    /** A name that ends like a place of equipment: a station, an exchange, a machine room, a county, a ring. */
    private static final Pattern SITE = Pattern.compile("[\\p{IsHan}A-Za-z0-9]{1,6}(?:机房|基站|局站|汇聚点|县|镇|乡|环|站|局)"
            + "|\\b[A-Z][a-z]+ (?:site|station|exchange|ring|county)\\b");

    /**
     * One of our products in the place of a rival's.
     *
     * @param wayBack how the cut-over is taken back
     */
    public record Replacement(String product, String wayBack) {}

    /**
     * A box to replace.
     *
     * @param order place in the cut-over, 1 is first: the contract that ends first
     * @param until end of contract or warranty
     * @param replacement what of ours takes its place, null when the portfolio has nothing
     * @param evidence the record that tells of it
     */
    public record Box(
            int order,
            String topic,
            @Nullable String product,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Double share,
            @Nullable Replacement replacement,
            String evidence) {}

    /**
     * A fault, a complaint, or what else speaks for the swap.
     *
     * @param what the reason for which it counts
     * @param site the place that its words name, null when none
     */
    public record Trouble(
            String what,
            @Nullable LocalDate on,
            @Nullable String site,
            String quote,
            String note,
            @Nullable String department) {}

    /** The plan of a lead about a rival's equipment; empty boxes where none of it is known to stand there. */
    public static SwapPlan of(
            Lead lead, List<Installed> installed, Map<String, Replacement> portfolio, LocalDate asOf) {
        List<Trouble> troubles = IntStream.range(0, lead.evidence().size())
                .filter(i -> lead.evidence().get(i).quote() != null
                        && lead.evidence().get(i).source() == Evidence.Source.NOTE)
                .mapToObj(i -> trouble(lead, i))
                .toList();
        List<Box> boxes = boxes(lead, installed, portfolio);
        List<String> missing = missing(boxes, troubles);
        return new SwapPlan(
                lead.id(),
                lead.network(),
                lead.title(),
                asOf,
                Objects.requireNonNull(lead.vendor()),
                lead.topic(),
                boxes,
                troubles,
                missing,
                missing.stream().map(gap -> "Who can tell us: " + gap + "?").toList());
    }

    private static Trouble trouble(Lead lead, int position) {
        Evidence said = lead.evidence().get(position);
        String quote = Objects.requireNonNull(said.quote());
        Matcher site = SITE.matcher(quote);
        return new Trouble(
                lead.contributions().stream()
                        .filter(part -> part.evidence().contains(position))
                        .map(Contribution::label)
                        .findFirst()
                        .orElse(""),
                said.on(),
                site.find() ? site.group() : null,
                quote,
                said.id(),
                said.department() == null ? null : Terms.of(said.department()));
    }

    private static List<Box> boxes(Lead lead, List<Installed> installed, Map<String, Replacement> portfolio) {
        List<Installed> theirs = installed.stream()
                .filter(box -> box.vendor().equals(lead.vendor()))
                .filter(box -> lead.topic() == null || box.topic().equals(lead.topic()))
                .sorted(Comparator.comparing((Installed box) -> box.until() == null ? LocalDate.MAX : box.until())
                        .thenComparing(Installed::topic)
                        .thenComparing(box -> String.valueOf(box.product())))
                .toList();
        List<Box> boxes = new ArrayList<>();
        for (Installed box : theirs) {
            boxes.add(new Box(
                    boxes.size() + 1,
                    box.topic(),
                    box.product(),
                    box.since(),
                    box.until(),
                    box.share(),
                    portfolio.get(box.topic()),
                    "installed-base:" + box.network() + "/" + box.vendor() + "/" + box.topic()));
        }
        return boxes;
    }

    private static List<String> missing(List<Box> boxes, List<Trouble> troubles) {
        List<String> missing = new ArrayList<>();
        if (boxes.isEmpty()) {
            missing.add("which boxes of it stand there");
        }
        for (Box box : boxes) {
            String name = box.product() == null ? "the box for " + box.topic() : box.product();
            gap(missing, box.product(), "product and version of the box for " + box.topic());
            gap(missing, box.since(), "since when %s runs".formatted(name));
            gap(missing, box.until(), "when contract or warranty of %s ends".formatted(name));
            gap(missing, box.share(), "how much of %s it carries (%s)".formatted(box.topic(), name));
            gap(missing, box.replacement(), "what of ours replaces %s, and how we go back".formatted(name));
        }
        if (troubles.isEmpty()) {
            missing.add("what is wrong with it, in their own words");
        }
        troubles.stream()
                .filter(trouble -> trouble.site() == null)
                .map(trouble -> "the site of what was told on %s (“%s”)".formatted(trouble.on(), trouble.quote()))
                .distinct()
                .forEach(missing::add);
        missing.add("in which nights they let us cut over, and who of theirs signs");
        return missing;
    }

    private static void gap(List<String> missing, @Nullable Object known, String what) {
        if (known == null) {
            missing.add(what);
        }
    }

    /** The plan as Markdown, heading by heading. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, "# " + title);
        line(text, "As of %s. Lead %s, network %s.".formatted(asOf, lead, network));
        line(text, "");
        line(text, "## Boxes to replace, in the order of the cut-over");
        boxes.forEach(box -> line(
                text,
                "%d. %s (%s)%s%s: %s [%s]"
                        .formatted(
                                box.order(),
                                box.product() == null ? box.topic() : box.product(),
                                box.topic(),
                                box.since() == null ? "" : ", since " + box.since(),
                                box.until() == null ? "" : ", contract or warranty until " + box.until(),
                                box.replacement() == null
                                        ? "no replacement in the portfolio"
                                        : "replaced by " + box.replacement().product(),
                                box.evidence())));
        line(text, "");
        line(text, "## Faults and complaints");
        troubles.forEach(trouble -> line(
                text,
                "- %s%s: “%s” (%s) [note %s]"
                        .formatted(
                                trouble.on(),
                                trouble.site() == null ? "" : ", " + trouble.site(),
                                trouble.quote(),
                                trouble.what(),
                                trouble.note())));
        line(text, "");
        line(text, "## Way back");
        boxes.stream()
                .filter(box -> box.replacement() != null)
                .forEach(box -> line(
                        text,
                        "- %s: %s"
                                .formatted(
                                        box.topic(),
                                        Objects.requireNonNull(box.replacement())
                                                .wayBack())));
        line(text, "");
        line(text, "## Missing");
        missing.forEach(gap -> line(text, "- " + gap));
        line(text, "");
        line(text, "## Open questions");
        questions.forEach(question -> line(text, "- " + question));
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
