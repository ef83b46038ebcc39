package potato.relations;

import java.util.Map;

/** Who there is, how they stand and when they were met: what every question about relationships begins with. */
record Chart(Known known, Organisation organisation, Stances reading, Map<String, Stance> stances, Contacts contacts) {

    static Chart of(Known known) {
        Organisation organisation =
                new Organisation(known.network(), known.contacts(), known.meetings(), known.heard());
        Stances reading = new Stances(known.asOf(), known.tuning());
        Map<String, Stance> stances = reading.of(known.heard(), known.overrides());
        return new Chart(known, organisation, reading, stances, new Contacts(known, organisation, stances));
    }
}
