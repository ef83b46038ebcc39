package potato.relations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import potato.model.Contact;
import potato.model.Equipment;
import potato.model.Heard;
import potato.model.LocalNetwork;
import potato.model.Meeting;
import potato.model.Newcomer;
import potato.model.Order;
import potato.model.StanceOverride;
import potato.model.Tender;
import potato.model.Tuning;

/**
 * What is known of a local network on a day: nothing later is in it.
 *
 * @param newcomers people who are said to be new or to have gained influence
 * @param questions what is about to be decided
 * @param tenders those of the network, past ones too
 * @param overrides stances that one of us has put in the place of what was read, by person; only those that hold
 * @param joint joint facts that were recorded
 */
public record Known(
        LocalNetwork network,
        LocalDate asOf,
        List<Contact> contacts,
        List<Meeting> meetings,
        List<Heard> heard,
        List<Equipment> equipment,
        List<Order> orders,
        List<Tender> tenders,
        List<Newcomer> newcomers,
        List<Question> questions,
        Map<String, StanceOverride> overrides,
        List<Relationships.JointView> joint,
        Tuning tuning) {}
