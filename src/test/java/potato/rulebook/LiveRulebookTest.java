package potato.rulebook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static potato.rulebook.SmallRules.DRL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieServices;
import potato.facts.Situation;
import potato.model.Finding;
import potato.model.Purchase;
import potato.model.RuleWeight;

class LiveRulebookTest {
    private static final Situation A_PURCHASE = new Situation(
            Given.NOTHING.history().network(),
            List.of(new Purchase("t-1", "otn", "OTN", 90, true, true, null, false, null, List.of())));

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private @TempDir Path folder;
    private @TempDir Path home;
    private LiveRulebook live;
    private final ExecutorService others = Executors.newFixedThreadPool(3);

    @BeforeEach
    void open() throws Exception {
        SmallRules.write(SmallRules.files(), folder);
        live = live(folder);
        live.open();
    }

    @AfterEach
    void close() {
        others.shutdownNow();
        live.close();
    }

    @Test
    void anUntouchedFolderChangesNothing() {
        String before = live.id();
        assertThat(live.refresh()).isFalse();
        assertThat(live.id()).isEqualTo(before);
    }

    @Test
    void aGoodChangeIsTakenOver() throws IOException {
        String before = live.id();
        change(DRL, "on the calendar\", $tender", "another reason\", $tender");
        assertThat(live.refresh()).isTrue();
        assertThat(live.id()).isNotEqualTo(before);
        assertThat(reasons()).containsExactly("another reason");
    }

    @Test
    void aChangedNumberIsAChange() throws IOException {
        change("weights.csv", "1.3", "1.4");
        assertThat(live.refresh()).isTrue();
        assertThat(live.<Map<String, RuleWeight>>use(
                        rulebook -> rulebook.scale().weights()))
                .containsEntry("operations complain of a rival", new RuleWeight(1.4, RuleWeight.Counts.VOICES));
    }

    @Test
    void aBrokenFolderLeavesTheLastGoodRulebookAndSaysWhy() throws IOException {
        String before = live.id();
        change(DRL, "daysAhead", "daysAhed");
        assertThat(live.refresh()).isFalse();
        assertThat(live.id()).isEqualTo(before);
        assertThat(reasons()).containsExactly("on the calendar");
        assertThat(live.diagnostics())
                .singleElement()
                .returns(DRL, Diagnostic::file)
                .returns(22, Diagnostic::line);
    }

    @Test
    void aFolderWhoseCasesFailIsNotTakenOver() throws IOException {
        change(DRL, "daysAhead > 0", "daysAhead > 100");
        assertThat(live.refresh()).isFalse();
        assertThat(live.diagnostics()).extracting(Diagnostic::code).containsExactly("case-failed");
        assertThat(reasons()).containsExactly("on the calendar");
    }

    @Test
    void aMendedFolderIsTakenOverAndNothingIsWrongAnyMore() throws IOException {
        change(DRL, "daysAhead", "daysAhed");
        live.refresh();
        change(DRL, "daysAhed > 0", "daysAhead > 1");
        assertThat(live.refresh()).isTrue();
        assertThat(live.diagnostics()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadLeavesTheLastGoodRulebook() throws IOException {
        String before = live.id();
        Files.write(folder.resolve(DRL), new byte[] {(byte) 0xFF, (byte) 0xFE});
        assertThat(live.refresh()).isFalse();
        assertThat(live.id()).isEqualTo(before);
        assertThat(live.diagnostics())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .contains(DRL);
        SmallRules.write(SmallRules.files(), folder);
        live.refresh();
        assertThat(live.diagnostics()).isEmpty();
    }

    @Test
    void aBrokenFolderDoesNotOpen(@TempDir Path other, @TempDir Path empty) throws IOException {
        SmallRules.write(SmallRules.with(DRL, "daysAhead", "daysAhed"), other);
        LiveRulebook unopened = new LiveRulebook(new Folders(other, empty), CLOCK, NoteReader.NONE);
        assertThatThrownBy(unopened::open).isInstanceOf(RulebookRejected.class).hasMessageContaining(DRL + ":22:");
        assertThatThrownBy(unopened::id).hasMessage("No rulebook is loaded yet.");
    }

    @Test
    void theLastGoodRulebookStaysOverARestart() throws Exception {
        change(DRL, "on the calendar\", $tender", "another reason\", $tender");
        assertThat(live.refresh()).isTrue();
        String good = live.id();
        change(DRL, "daysAhead", "daysAhed");
        live.close();
        live = live(folder);
        live.open();
        assertThat(live.id()).isEqualTo(good);
        assertThat(reasons()).containsExactly("another reason");
        assertThat(live.rejected()).isTrue();
        assertThat(live.diagnostics()).extracting(Diagnostic::line).containsExactly(22);
        change(DRL, "daysAhed", "daysAhead");
        live.refresh();
        assertThat(live.rejected()).isFalse();
    }

    @Test
    void anEditIsPublishedKeptAndRestored() throws Exception {
        String first = live.id();
        String text = Files.readString(folder.resolve(DRL));
        RuleEdit.Published published = live.publish(new RuleEdit(
                Map.of(DRL, text.replace("on the calendar\", $tender", "another reason\", $tender")),
                false,
                now -> now.equals(Optional.of(text)),
                "anna",
                "clearer"));
        assertThat(published.created()).isFalse();
        assertThat(reasons()).containsExactly("another reason");
        assertThat(Files.readString(folder.resolve(DRL))).contains("another reason");
        assertThat(live.refresh()).isFalse();
        assertThat(live.versions())
                .extracting(Version.Shown::version, Version.Shown::by, Version.Shown::comment)
                .containsExactly(tuple("2", "anna", "clearer"), tuple("1", "folder", null));
        assertThat(live.versions().get(0).diff())
                .singleElement()
                .extracting(FileDiff::diff)
                .asString()
                .contains("-    found.lead($tender).about($tender.about()).because(\"on the calendar\", $tender);")
                .contains("+    found.lead($tender).about($tender.about()).because(\"another reason\", $tender);");
        live.publish(
                new RuleEdit(new HashMap<>(live.version("1").orElseThrow().texts()), true, now -> true, "bert", null));
        assertThat(live.id()).isEqualTo(first);
        assertThat(Files.readString(folder.resolve(DRL))).isEqualTo(text);
    }

    @Test
    void anEditOfWhatAnotherHasChangedIsRefused() {
        RuleEdit edit = new RuleEdit(Map.of(DRL, ""), false, now -> false, "anna", null);
        assertThatThrownBy(() -> live.publish(edit)).isInstanceOf(RuleEdit.Stale.class);
    }

    @Test
    void aRefusedEditLeavesTheFolderAsItIs() throws IOException {
        String text = Files.readString(folder.resolve(DRL));
        RuleEdit edit =
                new RuleEdit(Map.of(DRL, text.replace("daysAhead", "daysAhed")), false, now -> true, "anna", null);
        assertThatThrownBy(() -> live.publish(edit)).isInstanceOf(RulebookRejected.class);
        assertThat(Files.readString(folder.resolve(DRL))).isEqualTo(text);
        assertThat(live.diagnostics()).isEmpty();
    }

    @Test
    void aReplacedRulebookIsClosedBehindItsLastUser() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Future<Rulebook> one = others.submit(() -> live.use(rulebook -> holdUntil(rulebook, begun, first)));
        Future<Rulebook> other = others.submit(() -> live.use(rulebook -> holdUntil(rulebook, begun, second)));
        assertThat(begun.await(30, SECONDS)).isTrue();
        Rulebook before = live.use(rulebook -> rulebook);
        change(DRL, "on the calendar\", $tender", "another reason\", $tender");
        assertThat(live.refresh()).isTrue();
        assertThat(reasons()).containsExactly("another reason");
        assertThat(closed(before)).isFalse();
        first.countDown();
        assertThat(one.get(30, SECONDS)).isSameAs(before);
        assertThat(closed(before)).isFalse();
        second.countDown();
        assertThat(other.get(30, SECONDS)).isSameAs(before);
        assertThat(closed(before)).isTrue();
    }

    @Test
    void nobodyFailsWhileRulebooksAreReplaced() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> users = IntStream.range(0, 3)
                .mapToObj(i -> others.submit(() -> {
                    int used = 0;
                    for (; !done.get(); used++) {
                        assertThat(reasons()).singleElement().asString().endsWith("calendar");
                    }
                    return used;
                }))
                .toList();
        for (String reason : List.of("in the calendar", "by the calendar", "our calendar")) {
            SmallRules.write(SmallRules.with(DRL, "on the calendar\", $tender", reason + "\", $tender"), folder);
            assertThat(live.refresh()).isTrue();
        }
        done.set(true);
        for (Future<Integer> user : users) {
            assertThat(user.get(30, SECONDS)).isPositive();
        }
    }

    private LiveRulebook live(Path rules) {
        return new LiveRulebook(new Folders(rules, home), CLOCK, NoteReader.NONE);
    }

    private record Folders(Path rules, Path home) implements RulesConfig {}

    private static Rulebook holdUntil(Rulebook rulebook, CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            assertThat(end.await(60, SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        assertThat(rulebook.evaluate(A_PURCHASE)).extracting(Finding::reason).containsExactly("on the calendar");
        return rulebook;
    }

    private static boolean closed(Rulebook rulebook) {
        return KieServices.get().getRepository().getKieModule(rulebook.release()) == null;
    }

    private List<String> reasons() {
        return live.use(rulebook ->
                rulebook.evaluate(A_PURCHASE).stream().map(Finding::reason).toList());
    }

    private void change(String file, String part, String by) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(part);
        Files.writeString(path, text.replace(part, by));
    }
}
