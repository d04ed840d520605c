package ptm.understanding.builtin.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.task.When;

class TimeReaderTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TimeReader READER = new TimeReader();

    private static TimeScene scene(String now, Language language) {
        return new TimeScene(LocalDateTime.parse(now).atZone(BERLIN), language, TimesOfDay.DEFAULT);
    }

    private static TimeReading read(String text, String now, Language language) {
        return READER.read(text, scene(now, language));
    }

    private static String local(When when) {
        return when instanceof When.Day(var date)
                ? date.toString()
                : when.startsAt(BERLIN).atZone(BERLIN).toLocalDateTime().toString();
    }

    /** A reading as the tables write it. */
    private static String written(TimeReading reading) {
        List<String> parts = new ArrayList<>();
        reading.start().ifPresent(start -> parts.add("start=" + local(start)));
        reading.due().ifPresent(due -> parts.add("due=" + local(due.when()) + " " + due.kind().jsonName()));
        reading.minutes().ifPresent(minutes -> parts.add("min=" + minutes));
        reading.repeat().ifPresent(repeat -> parts.add("rule=" + repeat.rule()));
        reading.reminders().forEach(at -> parts.add("remind=" + at.atZone(BERLIN).toLocalDateTime()));
        return parts.isEmpty() ? "none" : String.join(" ", parts);
    }

    private static List<String[]> table(String name) {
        try (var stream = TimeReaderTest.class.getResourceAsStream("/utterances/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String misread(String name, Language language) {
        return table(name).stream().map(row -> {
            String got = written(read(row[0], "2026-03-11T14:30", language));
            boolean right = got.equals(row[1]) || row[1].startsWith("rule=") && got.endsWith(row[1]);
            return right ? "" : row[0] + ": wanted " + row[1] + ", read " + got + "\n";
        }).collect(Collectors.joining());
    }

    @Test
    void readsWhatEnglishWordsAboutTimeMean() {
        assertThat(misread("time_en.tsv", Language.EN)).isEmpty();
    }

    @Test
    void readsWhatRussianWordsAboutTimeMean() {
        assertThat(misread("time_ru.tsv", Language.RU)).isEmpty();
    }

    @Test
    void readsBothVocabulariesWhateverThePersonsLanguage() {
        assertThat(written(read("созвон tomorrow at 5pm", "2026-03-11T14:30", Language.EN)))
                .isEqualTo("due=2026-03-12T17:00 at");
        assertThat(written(read("купить лампу by Friday", "2026-03-11T14:30", Language.RU)))
                .isEqualTo("due=2026-03-13 by");
    }

    @Test
    void languageBreaksTheTieOfMonthAndDay() {
        assertThat(written(read("5/6", "2026-03-11T14:30", Language.EN))).isEqualTo("none");
        assertThat(written(read("pay by 5/6", "2026-03-11T14:30", Language.EN))).isEqualTo("due=2026-05-06 by");
        assertThat(written(read("сдать до 5/6", "2026-03-11T14:30", Language.RU))).isEqualTo("due=2026-06-05 by");
    }

    @Test
    void piecesCoverTheWholePhraseInCodePoints() {
        TimeReading reading = read("🎉🎉 plan the fair by Friday (2 hours)", "2026-03-11T14:30", Language.EN);
        assertThat(reading.pieces()).extracting(TimePiece::words).containsExactly("by Friday", "(2 hours)");
        assertThat(reading.pieces()).extracting(TimePiece::from).containsExactly(17, 27);
        assertThat(reading.pieces()).extracting(TimePiece::until).containsExactly(26, 36);
    }

    @Test
    void aRecurrencesFirstOccurrenceIsADueOfItsOwn() {
        TimeReading reading = read("swim every Monday at 9", "2026-03-11T14:30", Language.EN);
        assertThat(reading.pieces()).extracting(TimePiece::words).containsExactly("every Monday", "at 9");
        assertThat(reading.pieces()).extracting(piece -> piece.value().getClass().getSimpleName())
                .containsExactly("Repeat", "Due");
    }

    @Test
    void tomorrowIsThePersonsTomorrowLateInTheEvening() {
        assertThat(written(read("tidy tomorrow", "2026-03-11T23:30", Language.EN))).isEqualTo("due=2026-03-12 by");
        assertThat(written(read("tonight", "2026-03-11T23:30", Language.EN))).isEqualTo("due=2026-03-11 at");
    }

    @Test
    void theHourThatSpringSkipsIsAnHourLater() {
        assertThat(written(read("restart the server on 29 March at 2:30 am", "2026-03-11T14:30", Language.EN)))
                .isEqualTo("due=2026-03-29T03:30 at");
    }

    @Test
    void theDoubledHourIsItsFirst() {
        TimeReading reading = read("restart the server on 25 October at 2:30 am", "2026-03-11T14:30", Language.EN);
        assertThat(reading.due().orElseThrow().when().startsAt(BERLIN)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void hoursCountByTheClockAndDaysByTheCalendar() {
        assertThat(written(read("call in 24 hours", "2026-03-28T12:00", Language.EN)))
                .isEqualTo("due=2026-03-29T13:00 at");
        assertThat(written(read("call in 1 day", "2026-03-28T12:00", Language.EN))).isEqualTo("due=2026-03-29 by");
    }

    @Test
    void theWeekendIsTodayOnSunday() {
        assertThat(written(read("paint this weekend", "2026-03-15T10:00", Language.EN))).isEqualTo("due=2026-03-15 by");
    }

    @Test
    void aDayThatIsTodayMeansTheNextOne() {
        assertThat(written(read("в среду к зубному", "2026-03-11T14:30", Language.RU)))
                .isEqualTo("due=2026-03-18 at");
    }

    @Test
    void aHeadlinesDayHoldsForTimesUnderIt() {
        TimeScene under = scene("2026-03-11T14:30", Language.EN).on(java.time.LocalDate.of(2026, 3, 20));
        assertThat(written(READER.read("swim at 7", under))).isEqualTo("due=2026-03-20T07:00 at");
        assertThat(written(READER.read("swim", under))).isEqualTo("none");
    }

    @Test
    void readsEveryHostileTextToItsEnd() {
        List<String> parts = List.of("every ", "1", ":", "1:1:1", "час ", "в ", "from 5 to ", "last ", "(", "-", "—",
                "и ",
                "mon, ", "next week ", "half ", "9".repeat(40), "через ", "remind me ", "a", "ё", "\n", "🎉", "\ud800",
                "\u0000", "1.1.1.1", "2/2/", "the ", "of ", "каждый ", "за день до ", "twenty ", "двадцать ", "31 feb ",
                "29 февраля ", "до ", "T", "99999999999", "1h", "0 days ", "in 999999999 years ", "5-", "№", "~");
        var random = new Random(20260311);
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            while (text.length() < 4096) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            assertSound(text.substring(0, 4096));
        }
        for (String part : parts) {
            assertSound(part.repeat(4096 / part.length()));
        }
    }

    private static void assertSound(String text) {
        TimeReading reading = READER.read(text, scene("2026-03-11T14:30", Language.RU));
        int length = text.codePointCount(0, text.length());
        assertThat(reading.pieces()).allMatch(piece -> 0 <= piece.from() && piece.from() < piece.until()
                && piece.until() <= length && piece.confidence() > 0 && piece.confidence() <= 1);
    }
}
