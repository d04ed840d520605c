package ptm.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ptm.account.Language;
import tools.jackson.databind.json.JsonMapper;

class FilterParserTest {

    private static final Filter PASSPORT = new Filter.Words("passport");
    private static final Filter SHORT = new Filter.Range(NumberField.MINUTES, null, 30);
    private static final Filter MATTERS = new Filter.Range(NumberField.IMPACT, 2, null);

    private static Filter where(String text) {
        return FilterText.parse(text).where();
    }

    @Test
    void readsEveryKindOfCondition() {
        ParsedFilter parsed = FilterText.parse("minutes<=30 impact>=2 theme:health,\"dr. Who\" -context:office "
                + "due<=today+7d no:due (risk>=2 or stress<=1) passport order:-impact,due limit:5");

        assertThat(parsed.where()).isEqualTo(Filter.all(SHORT, MATTERS,
                new Filter.Names(NameField.THEME, List.of("health", "dr. Who")),
                Filter.not(new Filter.Names(NameField.CONTEXT, List.of("office"))),
                new Filter.Window(DateField.DUE, null, Moment.today(7)), new Filter.Present(DateField.DUE, false),
                Filter.any(new Filter.Range(NumberField.RISK, 2, null), new Filter.Range(NumberField.STRESS, null, 1)),
                PASSPORT));
        assertThat(parsed.order()).containsExactly(OrderKey.desc(OrderField.IMPACT), OrderKey.asc(OrderField.DUE));
        assertThat(parsed.limit()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minutes<30                | minutes<=29
            minutes>30                | minutes>=31
            minutes : 10..30          | minutes:10..30
            MINUTES = 30              | minutes=30
            minutes:30                | minutes=30
            impact<3 AND risk>0       | impact<=2 risk>=1
            due<today                 | due<=today-1d
            due>today+7d              | due>=today+8d
            due>today-1d              | due>=today
            due<week                  | due<=week-1d
            due<2026-12-01            | due<=2026-11-30
            due<now                   | due<=now
            due:..today               | due<=today
            due:today..               | due>=today
            due:2026-11-24            | due=2026-11-24
            due<=2026-11-24T10:00:00Z | due<="2026-11-24T10:00:00Z"
            not (a b)                 | -(a b)
            a or b c                  | a or b c
            (a or b) c                | (a or b) c
            ((a)) (b (c))             | a b c
            not all                   | -all
            Not NONE                  | -none
            "or" or "has:x"           | "or" or "has:x"
            "two words"               | "two words"
            text:"two words"          | text:"two words"
            theme=дом                 | theme:дом
            hiddenuntil>=now          | hiddenUntil>=now
            has:REPEAT no:waitsfor    | has:repeat no:waitsFor
            """)
    void printsCanonically(String text, String canonical) {
        Filter filter = where(text);
        assertThat(FilterText.print(filter)).isEqualTo(canonical);
        assertThat(where(canonical)).isEqualTo(filter);
    }

    @Test
    void whatStandsInQuotesBelongsTogether() {
        assertThat(where("\"tax form\"")).isEqualTo(new Filter.Words("\"tax form\""));
        assertThat(where("text:\"tax form\"")).isEqualTo(new Filter.Words("tax form"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minutes<=              | 10 | a value
            minutes<=soon          | 10 | a whole number
            a impact>=4            | 11 | from 0 to 3
            a wage>=4              | 3  | a field
            (a or b                | 8  | a closing parenthesis
            a)                     | 2  | a condition
            a or                   | 5  | a condition
            -                      | 2  | a condition
            "tax form              | 1  | a closing quote
            status:closed          | 8  | overdue or waiting
            activity:knitting      | 10 | analytical
            due<=someday           | 6  | a date such as
            due<=2026-02-30        | 6  | a date such as
            due:2026-01-01,today   | 15 | one value or a span
            has:status             | 5  | a field that can be absent
            repeat:yes             | 1  | has:repeat
            theme<=work            | 6  | theme:name
            a order:colour         | 9  | a field to order by
            a limit:0              | 9  | from 1 to 500
            a order:due order:due  | 13 | once each
            order:due              | 1  | a field
            🦊🦊 wage>=4            | 4  | a field
            """)
    void anErrorNamesTheColumnAndWhatWasExpected(String text, int column, String expected) {
        FilterError error = catchThrowableOfType(FilterError.class, () -> FilterText.parse(text));
        assertThat(error).isNotNull();
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.getMessage()).contains("Column " + column, expected);
        assertThat(error.message(Language.RU)).contains("Символ " + column);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   ", "()", "((((", "\"\"", "theme:", "theme:,", "order:", "limit:5", "a limit:x",
        "minutes:..", "due:..", "minutes<=99999999999", "a\0b", "or", "and a", "not", "not not a", ":", "<", ",",
        "due<=today+9999999d", "due<=today+", "text:", "has:", "-(-", "due<=2026-11-24T10:00" })
    void refusesWhatIsNoFilter(String text) {
        assertThat(catchThrowableOfType(FilterError.class, () -> FilterText.parse(text))).isNotNull();
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(catchThrowableOfType(FilterError.class, () -> FilterText.parse("a ".repeat(201))).getMessage())
                .contains("at most 200 conditions");
        assertThat(FilterText.parse("a ".repeat(200)).where()).isInstanceOf(Filter.All.class);
        assertThat(catchThrowableOfType(FilterError.class, () -> FilterText.parse("a".repeat(501))).getMessage())
                .contains("1 to 500 characters");
        assertThat(catchThrowableOfType(FilterError.class, () -> FilterText.parse("theme:a" + ",a".repeat(100)))
                .getMessage()).contains("at most 100 names");
        assertThat(catchThrowableOfType(FilterError.class,
                () -> FilterText.parse("-(".repeat(9) + "a" + ")".repeat(9))).getMessage())
                .contains("at most 8 groups");
        assertThat(FilterText.parse("-(".repeat(8) + "a" + ")".repeat(8))).isNotNull();
        assertThat(catchThrowableOfType(FilterError.class, () -> FilterText.parse("(".repeat(100_000))).getMessage())
                .contains("at most 8 groups");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                     |                  | all, any, not
            []                                                     |                  | all, any, not
            {"every": []}                                          | /every           | all, any, not
            {"all": {}}                                            | /all             | a list of filters
            {"all": [{"not": {"field": "wage", "atMost": 3}}]}     | /all/0/not/field | a field
            {"all": [], "any": []}                                 | /any             | no other keys
            {"field": "minutes"}                                   |                  | atLeast
            {"field": "minutes", "atMost": "30"}                   | /atMost          | a whole number
            {"field": "minutes", "atMost": 1.5}                    | /atMost          | a whole number
            {"field": "minutes", "atMost": 30, "present": true}    | /atMost          | no other keys
            {"field": "impact", "atLeast": 4}                      | /atLeast         | from 0 to 3
            {"field": "minutes", "from": "today"}                  | /from            | no other keys
            {"field": "theme", "anyOf": []}                        | /anyOf           | one name
            {"field": "theme", "anyOf": [""]}                      | /anyOf/0         | 1 to 500 characters
            {"field": "theme", "anyOf": ["a", 3]}                  | /anyOf/1         | 1 to 500 characters
            {"field": "status", "anyOf": ["closed"]}               | /anyOf/0         | open, done
            {"field": "status", "present": true}                   | /present         | never
            {"field": "due", "until": "someday"}                   | /until           | a date such as
            {"field": "due", "present": "no"}                      | /present         | true or false
            {"field": "repeat"}                                    |                  | present
            {"text": ""}                                           | /text            | 1 to 500 characters
            {"text": "a\\u0000b"}                                  | /text            | 1 to 500 characters
            """)
    void anErrorInJsonNamesThePlaceAndWhatWasExpected(String json, String pointer, String expected) {
        FilterError error = catchThrowableOfType(FilterError.class,
                () -> FilterJson.read(new JsonMapper().readTree(json)));
        assertThat(error).isNotNull();
        assertThat(error.pointer()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(error.getMessage()).contains(expected);
    }

    @Test
    void nineGroupsDeepIsTooDeepInJson() {
        JsonMapper json = new JsonMapper();
        String leaf = "{\"text\":\"a\"}";
        assertThat(FilterJson.read(json.readTree("{\"not\":".repeat(8) + leaf + "}".repeat(8)))).isNotNull();
        assertThat(catchThrowableOfType(FilterError.class,
                () -> FilterJson.read(json.readTree("{\"not\":".repeat(9) + leaf + "}".repeat(9)))).getMessage())
                .contains("at most 8 groups");
    }
}
