package ptm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class SqlCompilerTest {

    private final SqlCompiler compiler = new SqlCompiler(Instant.parse("2026-11-24T09:00:00Z"),
            ZoneId.of("Europe/Berlin"));

    @Test
    void whatAPersonWroteIsOnlyEverAParameter() {
        String attack = "x'); drop table task; --";
        String sql = compiler.condition(Filter.any(new Filter.Words("\"" + attack + "\""), new Filter.Words(attack),
                new Filter.Names(NameField.THEME, List.of(attack)), new Filter.Names(NameField.CONTEXT,
                        List.of(attack, "office"))));
        assertThat(sql).doesNotContain("drop", "--", "office");
        assertThat(compiler.parameters()).contains(attack, "office");
    }

    @Test
    void everyQuestionMarkHasItsParameter() {
        TestFilters filters = new TestFilters(new Random(7), LocalDate.of(2026, 11, 24));
        for (int i = 0; i < 500; i++) {
            SqlCompiler each = new SqlCompiler(Instant.EPOCH, ZoneId.of("UTC"));
            String sql = each.condition(filters.filter(3));
            assertThat(sql.chars().filter(character -> character == '?').count()).isEqualTo(each.parameters().size());
        }
    }

    @Test
    void aDayThatEndsIsADateAndTheTimeOfDayAMoment() {
        assertThat(compiler.condition(FilterText.parse("due<=today").where())).isEqualTo(
                "(due_day < ? and due_day is not null) or (due_at < ? and due_at is not null)");
        assertThat(compiler.parameters()).containsExactly(LocalDate.of(2026, 11, 25),
                Instant.parse("2026-11-24T23:00:00Z").atOffset(java.time.ZoneOffset.UTC));
    }
}
