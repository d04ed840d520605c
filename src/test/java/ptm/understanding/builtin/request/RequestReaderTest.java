package ptm.understanding.builtin.request;

import ptm.understanding.builtin.lexicon.Lexicon;
import ptm.understanding.builtin.lexicon.LexiconFile;
import ptm.understanding.builtin.lexicon.Spelling;
import ptm.understanding.builtin.lexicon.Word;
import ptm.understanding.builtin.lexicon.Words;
import ptm.understanding.builtin.time.TimeScene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import ptm.account.TimesOfDay;
import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.filter.OrderField;
import ptm.filter.OrderKey;
import ptm.understanding.Answer;

class RequestReaderTest {

    private static final Lexicon LEXICON = LexiconFile.load("/lexicon/en.yml", "/lexicon/ru.yml");
    private static final Spelling SPELLING = new Spelling(LEXICON);
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-05-19T10:05:00+02:00[Europe/Berlin]");

    private static RequestReading read(String text) {
        List<Word> words = Words.of(text);
        List<Item> items = new RequestItems(LEXICON, new Lexicon(), new RequestDates(NOW, TimesOfDay.DEFAULT, words),
                SPELLING, words, text, new TimeScene(NOW, ptm.account.Language.EN, TimesOfDay.DEFAULT)).read();
        return new RequestReader(NOW, words, items, filter -> filter).read();
    }

    private static String where(String text) {
        return FilterText.print(read(text).where());
    }

    private static Filter filter(String text) {
        return FilterText.parse(text).where();
    }

    private static List<Filter> parts(String text) {
        return ((Filter.All) read(text).where()).parts();
    }

    @Test
    void writesOutWhatWasNotSaid() {
        assertThat(where("important")).isEqualTo("status:open (no:start or start<=now) impact>=2");
        assertThat(where("what is overdue")).isEqualTo("status:overdue");
        assertThat(where("everything open, even those that start later")).startsWith("status:open");
    }

    @Test
    void ordersByFitWhereNoOrderWasSaid() {
        assertThat(read("at home").order()).containsExactly(OrderKey.desc(OrderField.FIT));
        assertThat(read("at home, oldest first").order()).containsExactly(OrderKey.asc(OrderField.CREATED));
        assertThat(read("сначала важное, потом короткое").order())
                .startsWith(OrderKey.desc(OrderField.IMPACT));
    }

    @Test
    void limitsOnlyWhereANumberWasSaid() {
        assertThat(read("the most important ones").limit()).isNull();
        assertThat(read("the three most important ones").limit()).isEqualTo(3);
        assertThat(read("20 minutes").limit()).isNull();
        assertThat(read("дай пять коротких").limit()).isEqualTo(5);
    }

    @Test
    void aClockTimeAheadIsATimeBox() {
        assertThat(parts("something to do before 11:30")).contains(filter("minutes<=85"));
        assertThat(parts("что успею до 12:05")).contains(filter("minutes<=120"));
    }

    @Test
    void exceptReachesOverAnd() {
        assertThat(parts("anything except work and garden")).contains(filter("-theme:work"), filter("-theme:garden"));
        assertThat(parts("без звонков и без людей")).contains(filter("-context:phone"), filter("social<=0"));
        assertThat(parts("no calls, at home")).contains(filter("-context:phone"), filter("context:home"));
    }

    @Test
    void eitherIsNotBoth() {
        assertThat(parts("free or under 10 minutes")).contains(filter("financial<=0 or minutes<=10"));
        assertThat(parts("health or car")).contains(filter("theme:health,car"));
    }

    @Test
    void aMoodGivesWayToWhatWasAskedFor() {
        assertThat(parts("tired, but I want to think hard")).contains(filter("intellectual>=2"))
                .doesNotContain(filter("intellectual<=1"));
    }

    @Test
    void readsAScaleByItsNameWithAFigure() {
        assertThat(parts("risk at least 2 and novelty 0")).contains(filter("risk>=2"), filter("novelty<=0"));
        assertThat(parts("apathy 1-2, impact two or higher")).contains(filter("impact>=2"));
        assertThat(read("stress not above 1").limit()).isNull();
    }

    @Test
    void aBoundIsTurnedByAnExceptAndADeadlineByItsDay() {
        assertThat(parts("skip anything over 50 minutes")).contains(filter("minutes<=50"));
        assertThat(parts("garden, but leave out anything with a deadline this week"))
                .contains(filter("-due:week..week+6d")).doesNotContain(filter("no:due"));
    }

    @Test
    void understandsDialect() {
        assertThat(where("summat at home")).isEqualTo(where("something at home"));
    }

    @Test
    void readsRangesOfDaysAndWhatFollowsOne() {
        assertThat(parts("due between 3 and 9 July")).contains(filter("due:2026-07-03..2026-07-09"));
        assertThat(parts("due on 4 June or later")).contains(filter("due:2026-06-04.."));
        assertThat(parts("minutes under fifty")).contains(filter("minutes<=50"));
    }

    @Test
    void tellsDoneFromCreatedFromDue() {
        assertThat(parts("finished last month")).contains(filter("status:done"), filter("done:month-1mo..month-1d"));
        assertThat(parts("added yesterday")).contains(filter("created:today-1d..today-1d"));
        assertThat(parts("due tomorrow")).contains(filter("due:today+1d..today+1d"));
        assertThat(parts("сделал вчера")).contains(filter("done:today-1d..today-1d"));
    }

    @Test
    void speaksOfThePastWhereThingsAreDone() {
        assertThat(parts("what did I finish on monday")).contains(filter("done:2026-05-18..2026-05-18"));
        assertThat(parts("done since the 5th")).contains(filter("done:2026-05-05.."));
    }

    @Test
    void readsNumbersInWords() {
        assertThat(parts("an hour and a half")).contains(filter("minutes<=90"));
        assertThat(parts("двадцать пять минут")).contains(filter("minutes<=25"));
        assertThat(parts("between 2 and 3 hours")).contains(filter("minutes:120..180"));
        assertThat(parts("часа на три")).contains(filter("minutes<=180"));
    }

    @Test
    void mendsTyposButNotWordsToLookFor() {
        assertThat(parts("imporatnt thigns")).contains(filter("impact>=2"));
        assertThat(parts("pokazhi prosrochennye")).contains(filter("status:overdue"));
        assertThat(parts("find imporant")).contains(new Filter.Words("imporant"));
    }

    @Test
    void correctionsReplaceWhatTheyCorrect() {
        assertThat(parts("due by monday, no wait, thursday")).contains(filter("due<=2026-05-21"))
                .doesNotContain(filter("due<=2026-05-25"));
    }

    @Test
    void countsWhereAsked() {
        assertThat(read("how many are due this week").answer()).isEqualTo(Answer.COUNT);
        assertThat(read("сколько просрочено").answer()).isEqualTo(Answer.COUNT);
        assertThat(read("what is due this week").answer()).isEqualTo(Answer.LIST);
    }

    /** The conditions without "open" and "started", which nobody says. */
    private static List<Filter> said(String text) {
        return parts(text).subList(2, parts(text).size());
    }

    @Test
    void chatterAddsNoConditions() {
        assertThat(said("муж увёз малышню в зоопарк, свободно минут сорок")).containsExactly(filter("minutes<=40"));
        assertThat(said("мелкий заснул, что по дому")).containsExactly(filter("theme:дом"));
    }

    @Test
    void aRussianWordNobodyKnowsIsOnlySearchedForWhereItIsNamed() {
        assertThat(said("дела по бухгалтерии")).containsExactly(new Filter.Words("бухгалтерии"));
        assertThat(said("кроме бухгалтерии")).containsExactly(Filter.not(new Filter.Words("бухгалтерии")));
        assertThat(said("покажи смету")).containsExactly(new Filter.Words("смету"));
        assertThat(said("важное, чтоб аж гыкнуло")).containsExactly(filter("impact>=2"));
        assertThat(read("важное, чтоб аж гыкнуло").unread()).extracting(Word::text).contains("гыкнуло");
    }

    @Test
    void aNegationInAPhraseReachesOverAnd() {
        assertThat(said("без созвонов и переписки")).contains(filter("-context:phone"),
                filter("-activity:communication"));
        assertThat(said("без созвонов и по работе")).contains(filter("-context:phone"), filter("theme:работа"));
    }

    @Test
    void aRangeOfDaysEndsWhereItSays() {
        assertThat(said("сроки с 3 по 9 июня")).contains(filter("due:2026-06-03..2026-06-09"));
    }

    @Test
    void strengthOnlyCountsWhereNothingElseIsAsked() {
        assertThat(said("энергия бьёт ключом")).contains(filter("intellectual>=2"));
        assertThat(said("энергия бьёт ключом, хочу попотеть")).containsExactly(filter("physical>=2"));
    }
}
