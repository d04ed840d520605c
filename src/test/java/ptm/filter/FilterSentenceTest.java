package ptm.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ptm.account.Language;

class FilterSentenceTest {

    private static String title(Filter where, Language language) {
        return FilterSentence.describe(where, List.of(), null, language).title();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minutes<=30 impact>=2       | ≤ 30 min · matters         | до 30 мин · важное
            minutes:10..30              | 10–30 min                  | 10–30 мин
            minutes>=90                 | ≥ 1 h 30 min               | от 1 ч 30 мин
            stress<=1 -context:phone    | Stress: calm–uneasy · not phone | Тревога: нет–лёгкая · не телефон
            status:overdue              | overdue                    | просроченные
            due=today                   | due today                  | срок сегодня
            due<=today+1d               | due until tomorrow         | срок до завтра
            due:today..today+7d         | due within 7 days          | срок в ближайшие 7 дней
            due:week..week+6d           | due this week              | срок на этой неделе
            due<=2026-11-27             | due until 27 Nov 2026      | срок до 27 ноя 2026
            created>=today-21d          | added in the last 21 days  | добавлена за последние 21 день
            due<now                     | past due                   | срок прошёл
            no:due or has:repeat        | no due date or repeating   | без срока или повторяющиеся
            context:home,phone theme:car | home or phone · car       | дом или телефон · машина
            "tax form"                  | “tax form”                 | «tax form»
            -(a b)                      | not (“a” and “b”)          | не («a» и «b»)
            all or a                    | all tasks or “a”           | все задачи или «a»
            none                        | nothing                    | ничего
            """)
    void saysWhatIsAsked(String text, String english, String russian) {
        Filter where = FilterText.parse(text).where();
        assertThat(title(where, Language.EN)).isEqualTo(english);
        assertThat(title(where, Language.RU)).isEqualTo(russian);
    }

    @Test
    void whatEveryRequestHasGoesWithoutSaying() {
        Filter where = Filter.all(Filter.OPEN, Filter.BEGUN, new Filter.Range(NumberField.MINUTES, null, 30));
        assertThat(title(where, Language.EN)).isEqualTo("≤ 30 min");
        assertThat(title(Filter.all(Filter.OPEN, Filter.BEGUN), Language.RU)).isEmpty();
    }

    @Test
    void orderAndLimitComeLast() {
        assertThat(FilterSentence.describe(Filter.ALL,
                List.of(OrderKey.desc(OrderField.IMPACT), OrderKey.desc(OrderField.FIT)), 5, Language.EN).title())
                .isEqualTo("importance ↓ · first 5");
    }

    @Test
    void aChipCanBeTakenOut() {
        Filter minutes = new Filter.Range(NumberField.MINUTES, null, 30);
        Filter where = FilterText.parse("status:open motivational<=1 minutes<=30 intellectual<=1").where();
        FilterSentence sentence = FilterSentence.describe(where, List.of(), null, Language.EN);
        assertThat(sentence.chips()).extracting(FilterSentence.Chip::text).containsExactly("easy", "≤ 30 min");
        assertThat(FilterSentence.without(where, sentence.chips().getFirst().part()))
                .isEqualTo(Filter.all(Filter.OPEN, minutes));
        assertThat(FilterSentence.without(where, sentence.chips().getLast().part()))
                .isEqualTo(FilterText.parse("status:open motivational<=1 intellectual<=1").where());
    }

    @Test
    void everyFilterCanBeSaidInBothLanguages() {
        long seed = Long.getLong("ptm.seed", System.nanoTime());
        System.out.println("FilterSentenceTest: seed " + seed);
        TestFilters filters = new TestFilters(new Random(seed), LocalDate.of(2026, 11, 24));
        for (int i = 0; i < 1_000; i++) {
            Filter filter = filters.filter(3);
            List<OrderKey> order = filters.order(true);
            for (Language language : Language.values())
                assertThat(FilterSentence.describe(filter, order, filters.limit(), language).title()).isNotNull();
        }
    }
}
