package potato.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import potato.model.LocalNetwork;
import potato.model.Tender;

/** The purchases that operators prepare. */
@ApplicationScoped
public class Tenders {

    /** The tender of that id. */
    public Optional<Tender> find(String id) {
        return TenderRow.<TenderRow>findByIdOptional(id).map(TenderRow::tender);
    }

    /** The tenders that concern a local network. */
    public List<Tender> of(LocalNetwork network) {
        return TenderRow.<TenderRow>list("operator", network.operator()).stream()
                .map(TenderRow::tender)
                .filter(tender -> tender.concerns(network))
                .toList();
    }

    /** Keeps a tender. */
    public Put put(Tender tender) {
        TenderRow row = TenderRow.findById(tender.id());
        if (row != null && row.tender().equals(tender)) {
            return Put.UNCHANGED;
        }
        TenderRow kept = row == null ? new TenderRow() : row;
        kept.take(tender);
        kept.persist();
        return row == null ? Put.CREATED : Put.CHANGED;
    }

    /** Removes a tender. */
    public void remove(String id) {
        TenderRow.deleteById(id);
    }
}
