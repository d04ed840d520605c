package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.DueKind;
import ptm.task.When;

class WordingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

    private final Wording english = new Wording(new Phrases(), Language.EN, BERLIN, MONDAY_AT_TEN);
    private final Wording russian = new Wording(new Phrases(), Language.RU, BERLIN, MONDAY_AT_TEN);

    @Test
    void daysNearbyHaveNamesAndOthersDates() {
        assertThat(english.day(LocalDate.of(2026, 11, 23))).isEqualTo("today");
        assertThat(russian.day(LocalDate.of(2026, 11, 24))).isEqualTo("завтра");
        assertThat(english.day(LocalDate.of(2026, 12, 1))).isEqualTo("Tue 1 Dec");
        assertThat(russian.day(LocalDate.of(2026, 12, 1))).isEqualTo("вт 1 дек");
        assertThat(english.day(LocalDate.of(2027, 1, 5))).isEqualTo("Tue 5 Jan 2027");
    }

    @Test
    void effortIsSaidInHoursAndMinutes() {
        assertThat(english.minutes(20, false)).isEqualTo("~20 min");
        assertThat(english.minutes(120)).isEqualTo("2 h");
        assertThat(russian.minutes(90)).isEqualTo("1 ч 30 мин");
    }

    @Test
    void deadlinesAndAppointmentsReadDifferently() {
        var friday = new When.Day(LocalDate.of(2026, 11, 27));
        var tuesday = new When.Day(LocalDate.of(2026, 12, 1));
        var atThree = new When.Moment(Instant.parse("2026-12-01T14:00:00Z"));
        assertThat(new TaskLines(english).due(friday, DueKind.BY)).isEqualTo("— by Fri 27 Nov");
        assertThat(new TaskLines(russian).due(friday, DueKind.BY)).isEqualTo("— к пт 27 ноя");
        assertThat(new TaskLines(russian).due(tuesday, DueKind.BY)).isEqualTo("— ко вт 1 дек");
        assertThat(new TaskLines(english).due(atThree, DueKind.AT)).isEqualTo("— Tue 1 Dec, 15:00");
        var noon = new When.Moment(Instant.parse("2026-11-23T11:00:00Z"));
        assertThat(new TaskLines(english).due(noon, DueKind.BY)).isEqualTo("— today by 12:00");
        assertThat(new TaskLines(russian).due(noon, DueKind.BY)).isEqualTo("— сегодня к 12:00");
    }

    @Test
    void russianCountsAsRussiansDo() {
        assertThat(List.of(1, 2, 5, 21, 111)).extracting(n -> russian.text("capture.many", Map.of("count", n)))
                .containsExactly("1 задача", "2 задачи", "5 задач", "21 задача", "111 задач");
    }

    @Test
    void aPersonsWordsAreNeverReadAsMarkup() {
        assertThat(english.line("request.title", Map.of("title", "a *b* _c_ ~~d~~")))
                .containsExactly(Span.bold("a *b* _c_ ~~d~~"));
    }
}
