package potato;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What may know what. A fence can stand around any root package, so that it can be tried on planted classes. */
final class Fences {
    /** Package → the packages of ours that it may know. */
    static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("reading", Set.of("model")),
            Map.entry("standards", Set.of("model")),
            Map.entry("relations", Set.of("model")),
            Map.entry("ranking", Set.of("model")),
            // The one core package that composes its siblings.
            Map.entry("facts", Set.of("model", "relations", "reading", "standards")),
            Map.entry("json", Set.of("model")),
            Map.entry("learning", Set.of("reading", "model")),
            Map.entry("ingest", Set.of("json", "model")),
            Map.entry("rulebook", Set.of("json", "facts", "ranking", "model")),
            // Rows are listed in the ranked order, and drafts are found again by their traces.
            Map.entry("store", Set.of("json", "ranking", "standards", "model")),
            Map.entry(
                    "dig",
                    Set.of(
                            "ingest",
                            "json",
                            "rulebook",
                            "store",
                            "facts",
                            "learning",
                            "reading",
                            "standards",
                            "relations",
                            "ranking",
                            "model")),
            // What only looks something up asks the store itself; two revisions are compared by standards, a map of
            // relationships is shown as relations makes it; what is wrong with rules is told in the rulebook's own
            // words.
            Map.entry(
                    "api",
                    Set.of(
                            "dig",
                            "ingest",
                            "json",
                            "store",
                            "standards",
                            "relations",
                            "ranking",
                            "rulebook",
                            "model"))));

    private static final String[] CORE = {"model", "reading", "standards", "relations", "ranking", "facts"};

    private Fences() {}

    /**
     * One wall.
     *
     * @param planted the class under {@code potato.planted} that breaks it
     */
    record Fence(String name, String planted, Function<String, ArchRule> rule) {
        ArchRule around(String root) {
            return rule.apply(root);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fence> all() {
        List<Fence> fences = new ArrayList<>();
        ARROWS.forEach((from, to) -> fences.add(new Fence(
                from + " knows of ours no more than " + to, from + ".KnowsTooMuch", root -> arrow(root, from, to))));
        fences.addAll(List.of(
                new Fence("model is the JDK and JSpecify", "model.KnowsTooMuch", Fences::plainModel),
                new Fence("core has no framework", "facts.KnowsTheFramework", Fences::noFramework),
                new Fence("core does no I/O", "relations.ReadsFiles", Fences::noFiles),
                new Fence("only the vocabulary is read from files", "reading.ReadsFiles", Fences::noFiles),
                new Fence("core has no clock", "ranking.LooksAtTheClock", Fences::noClock),
                new Fence("core hides no clock in a reference", "ranking.HandsTheClockOn", Fences::noClock),
                new Fence("only store knows JPA", "dig.KnowsTheDatabase", Fences::onlyStoreKnowsJpa),
                new Fence("only rulebook knows Drools", "dig.KnowsDrools", Fences::onlyRulebookKnowsDrools),
                new Fence("rows stay inside their package", "store.OpenRow", Fences::rowsStayInside),
                new Fence("packages are named after the business", "util.Bits", Fences::noDrawers),
                new Fence("there are no cycles", "relations.KnowsTooMuch", Fences::noCycles)));
        return fences;
    }

    private static ArchRule arrow(String root, String from, Set<String> to) {
        String[] known = Stream.concat(to.stream(), Stream.of(from))
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new);
        return classes()
                .that(resideInAPackage(root + "." + from + ".."))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(root + "..")).or(resideInAnyPackage(known)));
    }

    private static ArchRule plainModel(String root) {
        return classes()
                .that(resideInAPackage(root + ".model.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", root + ".model.."));
    }

    private static ArchRule noFramework(String root) {
        return classes()
                .that(core(root))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations..", "com.hankcs..", root + ".."));
    }

    private static ArchRule noFiles(String root) {
        return noClasses()
                .that(core(root))
                .and(not(describe(
                        "the vocabulary's files", type -> type.getName().equals(root + ".reading.VocabularyFiles"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql.."));
    }

    private static ArchRule noClock(String root) {
        DescribedPredicate<JavaAccess<?>> clock = describe("looks at the clock", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return (owner.startsWith("java.time.") && (name.equals("now") || owner.equals("java.time.Clock")))
                    || (owner.equals("java.lang.System")
                            && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                    || (owner.equals("java.util.Date") && name.equals("<init>"));
        });
        return noClasses().that(core(root)).should().accessTargetWhere(clock);
    }

    private static ArchRule onlyStoreKnowsJpa(String root) {
        return noClasses()
                .that(not(resideInAPackage(root + ".store..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "io.quarkus.panache.."));
    }

    private static ArchRule onlyRulebookKnowsDrools(String root) {
        return noClasses()
                .that(not(resideInAPackage(root + ".rulebook..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.drools..", "org.kie.."));
    }

    private static ArchRule rowsStayInside(String root) {
        return classes()
                .that(resideInAPackage(root + ".."))
                .and(describe(
                        "are mapped",
                        type -> Stream.of(Entity.class, MappedSuperclass.class, Embeddable.class)
                                .anyMatch(type::isAnnotatedWith)))
                .should()
                .bePackagePrivate();
    }

    private static ArchRule noDrawers(String root) {
        String[] drawers = Stream.of("util", "utils", "common", "helper", "service", "impl", "dto", "config")
                .map(name -> root + ".." + name + "..")
                .toArray(String[]::new);
        return noClasses().should().resideInAnyPackage(drawers);
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static DescribedPredicate<JavaClass> core(String root) {
        return resideInAnyPackage(
                Stream.of(CORE).map(name -> root + "." + name + "..").toArray(String[]::new));
    }
}
