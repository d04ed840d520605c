package ptm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseIT {
    @RegisterExtension
    static final TestDatabase one = TestDatabase.fresh();
    @RegisterExtension
    static final TestDatabase other = TestDatabase.fresh();

    @Test
    void eachDatabaseIsMigratedAndAlone() {
        one.jdbc().sql("create table only_here (id int)").update();
        assertThat(tables(one)).isEqualTo(1);
        assertThat(tables(other)).isZero();
        assertThat(other.jdbc().sql("select count(*) from scheduled_tasks").query(Integer.class).single()).isZero();
    }

    @Test
    void anyLetterIsALetterToTextSearchAndSorting() {
        assertThat(one.jdbc().sql("select to_tsvector('simple', '«Ёлка» — хорошо…')::text").query(String.class)
                .single()).isEqualTo("'хорошо':2 'ёлка':1");
        assertThat(one.jdbc().sql("select 'Ёж' < 'Жук' collate \"ru-x-icu\"").query(Boolean.class).single()).isTrue();
    }

    private static int tables(TestDatabase database) {
        return database.jdbc().sql("select count(*) from pg_tables where tablename = 'only_here'")
                .query(Integer.class).single();
    }
}
