package potato.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import potato.model.Contact;
import potato.model.Department;
import potato.model.Note;
import potato.model.Rank;
import potato.model.Speaker;

class RegisterTest {
    private static final List<Contact> CONTACTS = List.of(
            contact("c1", "李静", Department.PLANNING),
            contact("c2", "王伟", Department.OPERATIONS),
            contact("c3", "王伟", Department.FINANCE));

    /** id, name, department and rank as the note says them; - for what it leaves out. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "c1, -,    -,          -,     contact:c1, PLANNING",
                "-,  李静, -,          -,     contact:c1, PLANNING",
                "-,  李静, IT,         -,     contact:c1, IT",
                "c9, -,    IT,         -,     contact:c9, IT",
                "-,  赵敏, -,          -,     name:赵敏,  -",
                "-,  赵敏, MARKETING,  -,     name:赵敏,  MARKETING",
                "-,  王伟, -,          -,     name:王伟,  -",
                "-,  王伟, FINANCE,    -,     contact:c3, FINANCE",
                "-,  王伟, IT,         -,     name:王伟,  IT",
                "-,  -,    IT,         STAFF, post:it/staff, IT",
                "-,  -,    -,          STAFF, post:/staff, -",
                "-,  -,    -,          -,     -,          -",
            })
    void aPersonIsKnownBy(
            @Nullable String id,
            @Nullable String name,
            @Nullable Department department,
            @Nullable Rank rank,
            @Nullable String key,
            @Nullable Department known) {
        List<Contact> turned = new ArrayList<>(CONTACTS);
        Collections.reverse(turned);
        for (List<Contact> contacts : List.of(CONTACTS, turned)) {
            Register.Person person = new Register(contacts).person(note(new Speaker(id, name, department, rank)));
            assertThat(person == null ? null : person.key()).isEqualTo(key);
            assertThat(person == null ? null : person.department()).isEqualTo(known);
        }
    }

    private static Contact contact(String id, String name, Department department) {
        return new Contact(id, "CT-绵阳", name, department, Rank.STAFF, null);
    }

    private static Note note(Speaker speaker) {
        return new Note("n", LocalDate.of(2026, 6, 15), "CT-绵阳", null, null, null, speaker, null, "text");
    }
}
