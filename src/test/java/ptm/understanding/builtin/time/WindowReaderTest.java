package ptm.understanding.builtin.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;

import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.filter.Moment;
import ptm.understanding.builtin.time.WindowPiece.Tense;

class WindowReaderTest {

    private static final TimeScene SCENE = new TimeScene(
            LocalDateTime.parse("2026-03-11T14:30").atZone(ZoneId.of("Europe/Berlin")), Language.EN,
            TimesOfDay.DEFAULT);

    private static List<WindowPiece> windows(String text) {
        return new WindowReader().readWindow(text, SCENE, Tense.UNKNOWN);
    }

    private static String written(@Nullable Moment moment) {
        return switch (moment) {
            case null -> "";
            case Moment.Day(var date) -> date.toString();
            case Moment.At(var at) -> at.toLocalDateTime().toString();
            case Moment.Relative(var anchor, var shifts) -> anchor.name().toLowerCase(java.util.Locale.ROOT) + shifts
                    .stream().map(shift -> "%+d%s".formatted(shift.amount(), shift.unit().symbol()))
                    .collect(Collectors.joining());
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what is due this week         | week..week+6d
            anything due next week        | week+1w..week+13d
            what did I close last week    | week-1w..week-1d
            finished yesterday            | today-1d..today-1d
            closed in January             | 2026-01-01..2026-01-31
            added since Monday            | 2026-03-09..
            overdue since February        | 2026-02-01..
            due before Saturday           | ..2026-03-13
            due by Saturday               | ..2026-03-14
            due after 20 April            | 2026-04-21..
            the next 4 days               | today..today+4d
            done in the last 6 hours      | now-6h..
            created in the past two weeks | today-2w..
            older than a month            | ..today-1mo
            late by more than 2 weeks     | ..today-15d
            until next month              | ..month+1mo-1d
            over the weekend              | week+5d..week+6d
            в прошлом месяце              | month-1mo..month-1d
            закрыл в мае                  | 2025-05-01..2025-05-31
            за последние 3 дня            | today-3d..
            за последние двое суток       | today-2d..
            в ближайшие пять дней         | today..today+5d
            висит больше двух месяцев     | ..today-2mo
            до субботы                    | ..2026-03-14
            начиная с воскресенья         | 2026-03-08..
            на следующей неделе           | week+1w..week+13d
            сделано с первого числа       | 2026-03-01..
            вчера                         | today-1d..today-1d
            """)
    void readsWindowsRelativeWhereThatSaysTheSame(String text, String expected) {
        assertThat(windows(text)).singleElement()
                .satisfies(window -> assertThat(written(window.since()) + ".." + written(window.till()))
                        .isEqualTo(expected));
    }

    @Test
    void tellsTheMinutesLeftUntilATimeToday() {
        assertThat(windows("something short before 4").getFirst().minutesLeft()).isEqualTo(90);
        assertThat(windows("что успею до шести").getFirst().minutesLeft()).isEqualTo(210);
        assertThat(windows("due by noon tomorrow").getFirst().till())
                .isEqualTo(new Moment.At(LocalDateTime.parse("2026-03-12T12:00").atZone(ZoneId.of("Europe/Berlin"))
                        .toOffsetDateTime()));
    }

    @Test
    void namesNoWindowWhereNoneIsSaid() {
        assertThat(windows("what may I do with my second monitor")).isEmpty();
        assertThat(windows("что-нибудь полегче на полчаса")).isEmpty();
    }
}
