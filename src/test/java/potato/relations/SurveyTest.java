package potato.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static potato.relations.Given.TUNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import potato.model.Certainty;
import potato.model.Department;
import potato.model.Evidence;
import potato.model.Heard;
import potato.model.LocalNetwork;
import potato.model.Meeting;
import potato.model.Post;
import potato.model.Rank;
import potato.model.SignalKind;
import potato.model.Subject;
import potato.model.Tender;

class SurveyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Post HEAD = new Post(Department.MANAGEMENT, Rank.PRESIDENT, 1, 1.0);
    private static final List<Post> POSTS = List.of(
            HEAD,
            new Post(Department.OPERATIONS, Rank.STAFF, 30, null),
            new Post(Department.PLANNING, Rank.SECTION_HEAD, 1, null),
            new Post(Department.FINANCE, Rank.STAFF, 3, null));

    @Test
    void whereNothingIsKnownEverythingIsNullWithItsReason() {
        Relationships nothing = survey(List.of(), List.of(), List.of());
        assertThat(nothing.dimensions()).isEqualTo(new Relationships.Dimensions(null, null, null));
        assertThat(nothing.effectiveContacts()).isEqualTo(new Relationships.EffectiveContacts(null, null));
        assertThat(nothing.effects()).isEqualTo(new Relationships.Effects(null, null, null, null));
        assertThat(nothing.unknown())
                .containsKeys(
                        "dimensions.universal",
                        "dimensions.key",
                        "dimensions.organisational",
                        "effectiveContacts.theirs",
                        "effectiveContacts.ours",
                        "effects.channels",
                        "effects.containment",
                        "effects.flow",
                        "effects.keyEvents",
                        "matchRate",
                        "opportunism.index",
                        "shape");
    }

    @Test
    void twentyMeetingsWithTheHeadAloneAreTwoDimensional() {
        List<Meeting> met = Given.meetings("head/management/president x20");
        Relationships head = survey(POSTS, met, List.of(said("head", SignalKind.SUPPORT, 10)));
        assertThat(head.dimensions().key()).isEqualTo(1);
        assertThat(head.dimensions().universal()).isEqualTo(0.25);
        assertThat(head.shape()).isEqualTo("two-dimensional");
        assertThat(head.effectiveContacts().theirs()).isEqualTo(1);
    }

    @Test
    void aPostCountsOnceHoweverManyHoldIt() {
        Relationships met = survey(
                POSTS, Given.meetings("a/operations/staff, b/operations/staff, c/planning/section_head"), List.of());
        assertThat(met.dimensions().universal()).isEqualTo(0.5);
    }

    @Test
    void aMeetingOutsideItsRhythmNoLongerCounts() {
        assertThat(survey(POSTS, Given.meetings("a/operations/staff @120"), List.of())
                        .dimensions()
                        .universal())
                .isEqualTo(0.25);
        assertThat(survey(POSTS, Given.meetings("a/operations/staff @121"), List.of())
                        .dimensions()
                        .universal())
                .isZero();
    }

    @Test
    void aStanceFadesAndCitesItsWords() {
        Relationships.PersonView fresh = person(survey(POSTS, List.of(), List.of(said("head", SignalKind.SUPPORT, 0))));
        Relationships.PersonView older =
                person(survey(POSTS, List.of(), List.of(said("head", SignalKind.SUPPORT, 120))));
        assertThat(fresh.stance()).isEqualTo(2);
        assertThat(older.stance()).isEqualTo(1);
        assertThat(fresh.stanceChanges())
                .singleElement()
                .satisfies(change -> assertThat(change.evidence().quote()).isEqualTo("words"));
    }

    @Test
    void theLatestWordIsTheVote() {
        List<Heard> heard = List.of(said("head", SignalKind.SUPPORT, 30), said("head", SignalKind.OBJECTION, 3));
        Relationships.Decision decision =
                survey(POSTS, List.of(), heard).decisions().get(0);
        assertThat(decision.against()).isEqualTo(1);
        assertThat(decision.inFavour()).isZero();
        assertThat(decision.carried()).isFalse();
        assertThat(decision.pivots()).containsExactly("head");
    }

    @Test
    void aRunningNoticeHasHoursLeftAndNamesItsObjector() {
        Relationships.Notice notice = survey(POSTS, List.of(), List.of(said("head", SignalKind.OBJECTION, 3)))
                .notices()
                .get(0);
        assertThat(notice.state()).isEqualTo("running");
        assertThat(notice.hoursLeft()).isEqualTo(72);
        assertThat(notice.objections()).hasSize(1);
        assertThat(notice.likelyObjectors())
                .extracting(Relationships.Objector::why)
                .containsExactly("stance below 0");
    }

    @Test
    void anIncidentAlarmsOnceAtEachNewDepartmentBandAndNetwork() {
        List<Incident.Told> told = new ArrayList<>();
        told.add(event("n1", Department.OPERATIONS, Rank.STAFF, 40));
        told.add(event("n1", Department.OPERATIONS, Rank.STAFF, 39));
        told.add(event("n1", Department.MARKETING, Rank.TEAM_LEAD, 35));
        told.add(event("n1", Department.MARKETING, Rank.DEPARTMENT_HEAD, 34));
        told.add(event("n2", Department.MARKETING, Rank.DEPARTMENT_HEAD, 33));
        told.add(event("n1", Department.OPERATIONS, Rank.STAFF, 1));
        Incident incident = Incident.of(told, TODAY, TUNING).get(0);
        assertThat(incident.cells()).isEqualTo(4);
        assertThat(incident.alarms())
                .extracting(alarm -> entry(alarm.border(), alarm.into()))
                .containsExactly(
                        entry("department", "marketing"), entry("rank-band", "middle"), entry("network", "n2"));
        assertThat(incident.lastNewCell()).isEqualTo(TODAY.minusDays(33));
        assertThat(incident.contained()).isTrue();
    }

    @Test
    void contactThatStopsWithTheContractWarns() {
        Tender past = new Tender("t", "CT", null, null, "otn", "t", null, null, TODAY.minusDays(300));
        List<Meeting> met = Given.meetings("a/it x20 @300, c/it @390, b/it @1");
        Relationships.Opportunism seen =
                Survey.of(known(POSTS, met, List.of(), List.of(past))).opportunism();
        assertThat(seen.index()).isLessThan(0.5);
        assertThat(seen.warning()).isTrue();
    }

    private static Relationships.PersonView person(Relationships all) {
        return all.people().stream()
                .filter(one -> one.person().equals("head"))
                .findFirst()
                .orElseThrow();
    }

    private static Relationships survey(List<Post> posts, List<Meeting> met, List<Heard> heard) {
        Tender tender = new Tender(
                "t-1", "CT", null, null, "otn", "OTN", TODAY.minusDays(1), TODAY.plusDays(2), TODAY.plusDays(3));
        return Survey.of(known(posts, met, heard, posts.isEmpty() ? List.of() : List.of(tender)));
    }

    private static Known known(List<Post> posts, List<Meeting> met, List<Heard> heard, List<Tender> tenders) {
        LocalNetwork network = new LocalNetwork("CT-绵阳", "CT", "四川", "绵阳", "sichuan", null, posts);
        return new Known(
                network,
                TODAY,
                List.of(),
                met,
                heard,
                List.of(),
                List.of(),
                tenders,
                List.of(),
                List.of(new Question("tender", "t-1", "OTN", "otn", Set.of())),
                Map.of(),
                List.of(),
                TUNING);
    }

    private static Heard said(String who, SignalKind kind, int daysAgo) {
        return heard(who, kind, HEAD.department(), HEAD.rank(), daysAgo);
    }

    private static Incident.Told event(String network, Department department, Rank rank, int daysAgo) {
        return new Incident.Told(network, heard("who", SignalKind.NEGATIVE_EVENT, department, rank, daysAgo));
    }

    private static Heard heard(
            String who, SignalKind kind, @Nullable Department department, @Nullable Rank rank, int daysAgo) {
        return new Heard(
                kind,
                Subject.US,
                Certainty.STATED,
                "us",
                "otn",
                null,
                department,
                rank,
                who,
                daysAgo,
                daysAgo <= 180,
                List.of(new Evidence(
                        Evidence.Source.NOTE,
                        "n-" + daysAgo,
                        null,
                        "words",
                        0,
                        5,
                        TODAY.minusDays(daysAgo),
                        department,
                        rank,
                        who,
                        Certainty.STATED,
                        null)));
    }
}
