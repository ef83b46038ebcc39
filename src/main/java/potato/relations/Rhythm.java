package potato.relations;

import org.jspecify.annotations.Nullable;
import potato.model.Rank;
import potato.model.RankBand;
import potato.model.Terms;
import potato.model.Tuning;

/** How often people of a rank are to be met, with or without business: {@code rhythm.<band>.days}. */
public record Rhythm(Tuning tuning) {

    /** Days inside which somebody of that rank is to be met again; of an unknown rank {@code lapse.days}. */
    public int days(@Nullable Rank rank) {
        RankBand band = RankBand.of(rank);
        return band == null ? tuning.days("lapse.days") : tuning.days("rhythm." + Terms.of(band) + ".days");
    }
}
