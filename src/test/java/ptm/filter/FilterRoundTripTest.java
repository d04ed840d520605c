package ptm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

/** Prints its seed; {@code -Dptm.seed=…} repeats a run. */
class FilterRoundTripTest {

    private static final int FILTERS = 2_000;

    private final long seed = Long.getLong("ptm.seed", System.nanoTime());
    private final TestFilters filters = new TestFilters(new Random(seed), LocalDate.of(2026, 11, 24));

    @Test
    void twoThousandFiltersComeBackFromTheirText() {
        System.out.println("FilterRoundTripTest text: seed " + seed);
        for (int i = 0; i < FILTERS; i++) {
            Filter filter = filters.filter(4);
            List<OrderKey> order = filters.order(true);
            Integer limit = filters.limit();
            String text = FilterText.print(filter, order, limit);
            ParsedFilter parsed = FilterText.parse(text);
            assertThat(parsed).as(text)
                    .isEqualTo(new ParsedFilter(FilterText.flattened(filter), order, limit));
            assertThat(FilterText.print(parsed.where(), parsed.order(), parsed.limit())).isEqualTo(text);
        }
    }

    @Test
    void twoThousandFiltersComeBackFromTheirJson() {
        System.out.println("FilterRoundTripTest JSON: seed " + seed);
        JsonMapper json = new JsonMapper();
        for (int i = 0; i < FILTERS; i++) {
            Preset preset = Preset.of(filters.filter(4), filters.order(true), filters.limit());
            String text = json.writeValueAsString(FilterJson.write(preset));
            assertThat(FilterJson.readPreset(json.readTree(text), "")).as(text).isEqualTo(preset);
        }
    }
}
